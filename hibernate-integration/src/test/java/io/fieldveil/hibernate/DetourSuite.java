package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Audited;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.EmbeddedTable;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.HQLSelect;
import org.hibernate.annotations.ParamDef;
import org.hibernate.annotations.SQLDelete;
import org.hibernate.annotations.SQLInsert;
import org.hibernate.annotations.SQLOrder;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.SQLSelect;
import org.hibernate.annotations.SQLUpdate;
import org.hibernate.annotations.Temporal;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.View;
import org.junit.jupiter.api.Test;

/** Mappings that reach a protected value by another way than its attribute: none may start. */
@SuppressWarnings({"unused", "UnusedVariable"}) // entities that nobody reads
abstract class DetourSuite extends StartSuite {

    DetourSuite(TestDatabase server) {
        super(server);
    }

    @Entity(name = "Item")
    static class Item {
        @Id
        Long id;

        @Masked
        String name;

        String city;

        @ManyToOne
        OwnerOfMapped owner;
    }

    @Entity(name = "Owner")
    static class OwnerOfMapped {
        @Id
        Long id;
    }

    // ---- embeddables within collections and identifiers ---------------------------------------------------------

    @Embeddable
    static class Shell {
        @Embedded
        Home home;

        String other;
    }

    @Entity(name = "E")
    static class ListOfShells {
        @Id
        Long id;

        @Embedded
        Home own;

        @ElementCollection
        List<Shell> shells;
    }

    @Entity(name = "E")
    static class MapOfShells {
        @Id
        Long id;

        @ElementCollection
        Map<String, Shell> named;
    }

    @Embeddable
    static class ByHome implements Serializable {
        @Embedded
        Home home;

        @Override
        public boolean equals(Object other) {
            return other instanceof ByHome;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    @Embeddable
    static class Secret {
        @Masked
        String word;

        @Override
        public boolean equals(Object other) {
            return other instanceof Secret;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    @Entity(name = "E")
    static class KeyedBySecret {
        @Id
        Long id;

        @ElementCollection
        Map<Secret, String> words;
    }

    @Entity(name = "E")
    static class IdentifiedByHome {
        @EmbeddedId
        ByHome id;
    }

    @Test
    void attribute_deepWithinAKey_isRefused_withinElementsNot() {
        assertStarts(ListOfShells.class, Shell.class, Home.class);
        assertStarts(MapOfShells.class, Shell.class, Home.class);
        assertRefused("FV-104", "word", KeyedBySecret.class, Secret.class);
        assertRefused("FV-103", "id.home.street", IdentifiedByHome.class, ByHome.class, Home.class);
    }

    @IdClass(ByClass.class)
    @Entity(name = "E")
    static class IdentifiedByClass {
        @Id
        Long number;

        @Id
        String part;
    }

    static class ByClass implements Serializable {
        Long number;

        @Masked
        String part;

        @Override
        public boolean equals(Object other) {
            return other instanceof ByClass;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    @Test
    void attribute_ofAnIdentifierClass_isRefused() {
        assertRefused("FV-105", "part", IdentifiedByClass.class);
    }

    static class Letter implements Serializable {
        @Masked
        String text;
    }

    @Entity(name = "E")
    static class Serialised {
        @Id
        Long id;

        Letter letter;
    }

    @Entity(name = "E")
    static class SerialisedList {
        @Id
        Long id;

        @ElementCollection
        List<Letter> letters;
    }

    @Test
    void attribute_ofAValueThatIsStoredAsAWhole_isRefused() {
        assertRefused("FV-118", "letter", Serialised.class);
        assertCollectionRefused("FV-118", SerialisedList.class, "letters");
    }

    record Ref<T>(long id) {}

    static class ByNumber<T> implements AttributeConverter<Ref<T>, Long> {
        @Override
        public Long convertToDatabaseColumn(Ref<T> ref) {
            return ref == null ? null : ref.id();
        }

        @Override
        public Ref<T> convertToEntityAttribute(Long id) {
            return id == null ? null : new Ref<>(id);
        }
    }

    static class OfItem extends ByNumber<Item> {}

    static class OfHome extends ByNumber<Home> {}

    static class ByText implements AttributeConverter<Ref<Item>, String> {
        @Override
        public String convertToDatabaseColumn(Ref<Item> ref) {
            return "";
        }

        @Override
        public Ref<Item> convertToEntityAttribute(String text) {
            return new Ref<>(1);
        }
    }

    @Entity(name = "E")
    static class RefersByTypedId {
        @Id
        Long id;

        @Convert(converter = OfItem.class)
        Ref<Item> item;

        @ElementCollection
        @Convert(converter = OfItem.class)
        List<Ref<Item>> items;
    }

    @Entity(name = "E")
    static class ConvertedEmbeddable {
        @Id
        Long id;

        @Convert(converter = OfHome.class)
        Ref<Home> home;
    }

    @Entity(name = "E")
    static class ConvertedToText {
        @Id
        Long id;

        @Convert(converter = ByText.class)
        Ref<Item> item;
    }

    @Test
    void typedIds_ofEntities_startWhereTheyCannotHoldMoreThanAKey() {
        assertStarts(RefersByTypedId.class, Item.class, OwnerOfMapped.class);
        assertRefused("FV-118", "home", ConvertedEmbeddable.class, Home.class);
        assertRefused("FV-118", "item", ConvertedToText.class, Item.class, OwnerOfMapped.class);
    }

    // ---- members that no mapping reads --------------------------------------------------------------------------

    interface Named {
        @Masked
        String getName();
    }

    @Entity(name = "E")
    @Access(AccessType.PROPERTY)
    static class Implementing implements Named {
        private Long id;
        private String name;

        @Id
        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        @Override
        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    @Embeddable
    static class NamedPart implements Named {
        String name;

        @Override
        public String getName() {
            return name;
        }
    }

    @Entity(name = "E")
    static class WithNamedPart {
        @Id
        Long id;

        NamedPart part;
    }

    interface Valued<T> {
        T getWorth();
    }

    @Entity(name = "E")
    @Access(AccessType.PROPERTY)
    static class Bridged implements Valued<String> {
        private Long id;
        private String worth;

        @Id
        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        @Override
        @Masked
        public String getWorth() {
            return worth;
        }

        public void setWorth(String worth) {
            this.worth = worth;
        }
    }

    @Test
    void annotation_onAMemberThatNothingMaps_isRefused() {
        assertRefused("FV-105", "getName", Implementing.class);
        assertRefused("FV-105", "getName", WithNamedPart.class, NamedPart.class);
        assertStarts(Bridged.class);
    }

    // ---- a collection's index -----------------------------------------------------------------------------------

    @Entity(name = "E")
    static class IndexedByName {
        @Id
        Long id;

        @OneToMany
        @JoinColumn(name = "holder_id")
        @MapKeyColumn(name = "name")
        Map<String, Item> held;
    }

    @Entity(name = "E")
    static class IndexedByPlace {
        @Id
        Long id;

        @OneToMany
        @JoinColumn(name = "queue_id")
        @OrderColumn(name = "place")
        List<Queued> queued;
    }

    @Entity(name = "Queued")
    static class Queued {
        @Id
        Long id;

        @Masked
        @Column(insertable = false, updatable = false)
        Integer place;
    }

    @Test
    void index_inAProtectedColumn_isRefused() {
        assertCollectionRefused("FV-127", IndexedByName.class, "held", Item.class, OwnerOfMapped.class);
        assertCollectionRefused("FV-127", IndexedByPlace.class, "queued", Queued.class);
    }

    // ---- restrictions and filters of collections ----------------------------------------------------------------

    @Entity(name = "Owner")
    static class RestrictedMapped {
        @Id
        Long id;

        @OneToMany(mappedBy = "owner")
        @SQLRestriction("name = 'Jansen'")
        List<RestrictedItem> items;
    }

    @Entity(name = "Item")
    static class RestrictedItem {
        @Id
        Long id;

        @Masked
        String name;

        @ManyToOne
        RestrictedMapped owner;
    }

    @Entity(name = "E")
    static class RestrictedMany {
        @Id
        Long id;

        @ManyToMany
        @SQLRestriction("name = 'Jansen'")
        List<Item> items;
    }

    @Entity(name = "E")
    static class Filtered {
        @Id
        Long id;

        @OneToMany
        @JoinColumn(name = "e_id")
        @Filter(name = "named", condition = "name = :wanted")
        List<Item> items;
    }

    @Entity(name = "E")
    @FilterDef(
            name = "named",
            parameters = @ParamDef(name = "wanted", type = String.class),
            defaultCondition = "name = :wanted")
    static class FilteredByDefault {
        @Id
        Long id;

        @ManyToMany
        @Filter(name = "named")
        List<Item> items;
    }

    @Entity(name = "Named")
    @FilterDef(name = "named", parameters = @ParamDef(name = "wanted", type = String.class))
    static class DefinesFilter {
        @Id
        Long id;
    }

    @Entity(name = "Root")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Root {
        @Id
        Long id;
    }

    @Entity(name = "Branch")
    static class Branch extends Root {
        @Masked
        String badge;
    }

    @Entity(name = "Leaf")
    static class Leaf extends Branch {
        @Embedded
        Home home;
    }

    @Entity(name = "E")
    static class RestrictedByHeir {
        @Id
        Long id;

        @OneToMany
        @JoinColumn(name = "e_id")
        @SQLRestriction("badge is not null")
        List<Root> roots;
    }

    @Entity(name = "E")
    static class RestrictedOtherwise {
        @Id
        Long id;

        @ManyToMany
        @SQLRestriction("city = 'Bonn'")
        @OrderBy("city")
        List<Item> items;
    }

    @Test
    void restrictionOfACollection_thatReadsAProtectedColumn_isRefused() {
        assertCollectionRefused("FV-128", RestrictedMapped.class, "items", RestrictedItem.class);
        assertCollectionRefused("FV-128", RestrictedMany.class, "items", Item.class, OwnerOfMapped.class);
        assertCollectionRefused(
                "FV-128", Filtered.class, "items", Item.class, OwnerOfMapped.class, DefinesFilter.class);
        assertCollectionRefused("FV-128", FilteredByDefault.class, "items", Item.class, OwnerOfMapped.class);
        assertCollectionRefused(
                "FV-128", RestrictedByHeir.class, "roots", Root.class, Branch.class, Leaf.class, Home.class);
        assertStarts(RestrictedOtherwise.class, Item.class, OwnerOfMapped.class);
    }

    // ---- orders -------------------------------------------------------------------------------------------------

    @Entity(name = "E")
    static class OrderedInCapitals {
        @Id
        Long id;

        @OneToMany
        @JoinColumn(name = "e_id")
        @SQLOrder("NAME desc")
        List<Item> items;
    }

    @Entity(name = "E")
    static class OrderedByHeir {
        @Id
        Long id;

        @OneToMany
        @JoinColumn(name = "e_id")
        @SQLOrder("badge desc")
        List<Root> roots;
    }

    @Entity(name = "E")
    static class OrderedByHome {
        @Id
        Long id;

        @OneToMany
        @JoinColumn(name = "e_id")
        @OrderBy("home")
        List<HomeItem> items;
    }

    @Entity(name = "E")
    static class OrderedByStreet {
        @Id
        Long id;

        @OneToMany
        @JoinColumn(name = "e_id")
        @OrderBy("home.street desc")
        List<HomeItem> items;
    }

    @Entity(name = "E")
    static class OrderedByPostcode {
        @Id
        Long id;

        @OneToMany
        @JoinColumn(name = "e_id")
        @OrderBy("home.postcode, id")
        List<HomeItem> items;
    }

    @Entity(name = "HomeItem")
    static class HomeItem {
        @Id
        Long id;

        @Embedded
        @AttributeOverride(name = "street", column = @Column(name = "line_1"))
        Home home;
    }

    @Entity(name = "E")
    static class OrderedByColumn {
        @Id
        Long id;

        @ManyToMany
        @SQLOrder("Line_1")
        List<HomeItem> items;
    }

    @Entity(name = "PlacedItem")
    static class PlacedItem {
        @Id
        Long id;

        String street;

        @Embedded
        @AttributeOverride(name = "street", column = @Column(name = "home_street"))
        Home home;
    }

    @Entity(name = "E")
    static class OrderedByItsOwnStreet {
        @Id
        Long id;

        @OneToMany
        @JoinColumn
        @OrderBy("street")
        List<PlacedItem> items;
    }

    @Test
    void orderOfACollection_byAnAttributeOfTheSameNameElsewhere_starts() {
        assertStarts(OrderedByItsOwnStreet.class, PlacedItem.class, Home.class);
    }

    @Test
    void orderOfACollection_byWhatIsProtected_isRefused() {
        assertCollectionRefused("FV-107", OrderedInCapitals.class, "items", Item.class, OwnerOfMapped.class);
        assertCollectionRefused(
                "FV-107", OrderedByHeir.class, "roots", Root.class, Branch.class, Leaf.class, Home.class);
        assertCollectionRefused("FV-107", OrderedByHome.class, "items", HomeItem.class, Home.class);
        assertCollectionRefused("FV-107", OrderedByStreet.class, "items", HomeItem.class, Home.class);
        assertCollectionRefused("FV-107", OrderedByColumn.class, "items", HomeItem.class, Home.class);
        assertStarts(OrderedByPostcode.class, HomeItem.class, Home.class);
    }

    // ---- other tables and views ---------------------------------------------------------------------------------

    @Entity(name = "Peek")
    @View(query = "select id, name as n from Item")
    static class Peek {
        @Id
        Long id;

        String n;
    }

    @Entity(name = "E")
    @Audited
    static class Kept {
        @Id
        Long id;

        @Masked
        String name;
    }

    @Entity(name = "E")
    @Temporal
    static class Timed {
        @Id
        Long id;

        @AutoHashed(PiiType.EMAIL)
        String mail;
    }

    @Entity(name = "Heir")
    static class HeirOfKept extends KeptRoot {
        @Masked
        String name;
    }

    @Entity(name = "E")
    @Audited
    @Inheritance(strategy = InheritanceType.JOINED)
    static class KeptRoot {
        @Id
        Long id;
    }

    @Entity(name = "E")
    @SecondaryTable(name = "more")
    static class EmbeddedInMore {
        @Id
        Long id;

        @Embedded
        @EmbeddedTable("more")
        Home home;
    }

    @Entity(name = "E")
    @SecondaryTable(name = "more")
    static class OverriddenIntoMore {
        @Id
        Long id;

        @Embedded
        @AttributeOverride(name = "street", column = @Column(name = "street", table = "more"))
        @AttributeOverride(name = "postcode", column = @Column(name = "postcode", table = "more"))
        Home home;
    }

    @Entity(name = "Reads")
    @Table(name = "more")
    static class ReadsMore {
        @Id
        Long id;

        String street;
    }

    @Test
    void otherTable_thatHoldsOrShowsTheValue_isRefused() {
        assertRefused("FV-128", "Peek", Item.class, OwnerOfMapped.class, Peek.class);
        assertRefused("FV-124", "name", Kept.class);
        assertRefused("FV-124", "mail", Timed.class);
        assertRefused("FV-124", "name", KeptRoot.class, HeirOfKept.class);
        assertRefused("FV-127", "street", ReadsMore.class, EmbeddedInMore.class, Home.class);
        assertRefused("FV-127", "street", ReadsMore.class, OverriddenIntoMore.class, Home.class);
    }

    @Entity(name = "First")
    @Table(name = "shared_table", schema = "one")
    static class InOneSchema {
        @Id
        Long id;

        @Masked
        String name;
    }

    @Entity(name = "Second")
    @Table(name = "shared_table", schema = "two")
    static class InAnotherSchema {
        @Id
        Long id;

        String name;
    }

    @Entity(name = "Second")
    @Table(name = "SHARED_TABLE")
    static class InDefaultSchema {
        @Id
        Long id;

        String name;
    }

    @Test
    void tableOfTheSameName_inAnotherSchema_isAnother() {
        assumeThat(server).as("the others have catalogs, or keep schemas").isEqualTo(TestDatabase.H2);
        assertThatCode(() -> describe(InOneSchema.class, InAnotherSchema.class)
                        .setting("jakarta.persistence.create-database-schemas", true)
                        .open()
                        .close())
                .doesNotThrowAnyException();
        assertRefused("FV-127", "name", InOneSchema.class, InDefaultSchema.class);
    }

    // ---- unique constraints -------------------------------------------------------------------------------------

    @Entity(name = "E")
    static class UniqueAtRandom {
        @Id
        Long id;

        @Masked(encryptedAtRest = true, domain = "unique")
        @Column(unique = true)
        String code;
    }

    @Entity(name = "E")
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = {"city", "code"}))
    static class UniquePairAtRandom {
        @Id
        Long id;

        @Masked(encryptedAtRest = true, domain = "unique")
        String code;

        String city;
    }

    @Entity(name = "E")
    @Table(indexes = @Index(columnList = "code", unique = true))
    static class UniqueIndexAtRandom {
        @Id
        Long id;

        @Masked(encryptedAtRest = true, domain = "unique")
        String code;
    }

    @Entity(name = "E")
    @Table(indexes = @Index(columnList = "city"))
    static class UniqueWhereItHolds {
        @Id
        Long id;

        @Masked
        @Column(unique = true)
        String code;

        @AutoHashed(PiiType.EMAIL)
        @Column(unique = true)
        String mail;

        @Masked(encryptedAtRest = true, domain = "unique")
        String note;

        String city;
    }

    @Test
    void uniqueConstraint_overRandomisedCiphertext_isRefused() {
        assertRefused("FV-138", "code", UniqueAtRandom.class);
        assertRefused("FV-138", "code", UniquePairAtRandom.class);
        assertRefused("FV-138", "code", UniqueIndexAtRandom.class);
        assertStarts(UniqueWhereItHolds.class);
    }

    // ---- loaders and tenants ------------------------------------------------------------------------------------

    @Entity(name = "E")
    @SQLSelect(sql = "select id, upper(name) as name from E where id = ?")
    static class LoadedBySql {
        @Id
        Long id;

        @Masked
        String name;
    }

    @Entity(name = "E")
    static class CollectionLoadedBySql {
        @Id
        Long id;

        @OneToMany
        @JoinColumn(name = "e_id")
        @SQLSelect(sql = "select * from Item where e_id = ?")
        List<Item> items;
    }

    @Entity(name = "E")
    @HQLSelect(query = "select e from E e where e.id = ?1")
    static class LoadedByHql {
        @Id
        Long id;

        @Masked
        String name;
    }

    @Test
    void loader_inSqlOverAProtectedTable_isRefused() {
        assertRefused("FV-139", "E", LoadedBySql.class);
        assertCollectionRefused("FV-139", CollectionLoadedBySql.class, "items", Item.class, OwnerOfMapped.class);
        assertStarts(LoadedByHql.class);
    }

    // ---- SQL of the mapping's own ---------------------------------------------------------------------------------

    @Entity(name = "E")
    @SQLUpdate(sql = "update E set city = name, name = ? where id = ?")
    static class CopiedBySql {
        @Id
        Long id;

        String city;

        @Masked
        String name;
    }

    @Entity(name = "E")
    @SQLInsert(sql = "insert into E (city, name, id) values (?, ?, ?)")
    @SQLUpdate(sql = "update E set city = ?, name = ? where id = ?")
    @SQLDelete(sql = "delete from E where id = ?")
    static class WrittenBySql {
        @Id
        Long id;

        String city;

        @Masked
        String name;
    }

    @Entity(name = "E")
    @Table(check = @CheckConstraint(constraint = "guess <= income"))
    static class ComparedByAConstraint {
        @Id
        Long id;

        int guess;

        @Masked
        int income;
    }

    @Entity(name = "E")
    @Table(check = @CheckConstraint(constraint = "income > 0"))
    static class ConstrainedAlone {
        @Id
        Long id;

        int guess;

        @Masked
        int income;
    }

    @Entity(name = "E")
    static class ReadByATransformer {
        @Id
        Long id;

        @ColumnTransformer(read = "concat(city, name)")
        String city;

        @Masked
        String name;
    }

    @Entity(name = "E")
    static class FormulaOfALiteral {
        @Id
        Long id;

        @Formula("concat(city, ' name ')")
        String label;

        String city;

        @Masked
        String name;
    }

    @Test
    void sql_thatDoesMoreThanHibernateWould_isRefused() {
        assertRefused("FV-128", "E", CopiedBySql.class);
        assertRefused("FV-128", "E", ComparedByAConstraint.class);
        assertRefused("FV-128", "city", ReadByATransformer.class);
        assertStarts(WrittenBySql.class);
        assertStarts(ConstrainedAlone.class);
        assertStarts(FormulaOfALiteral.class);
    }

    @Entity(name = "E")
    static class MaskedTenant {
        @Id
        Long id;

        @TenantId
        @Masked
        String tenant;
    }

    @Test
    void tenantIdentifier_isRefusedAsSuch() {
        assertRefused("FV-103", "tenant", MaskedTenant.class);
    }
}

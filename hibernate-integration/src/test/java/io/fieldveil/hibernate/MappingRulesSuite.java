package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.ClientEncrypted;
import io.fieldveil.annotations.Mask;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.annotations.Reveal;
import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.TestDatabase;
import io.fieldveil.keyset.BcfksKeystores;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.FilterJoinTable;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.OptimisticLockType;
import org.hibernate.annotations.OptimisticLocking;
import org.hibernate.annotations.SQLJoinTableRestriction;
import org.hibernate.annotations.SQLOrder;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.Subselect;
import org.hibernate.envers.AuditOverride;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The finer print of the rules that stop a start, and the mappings next to it that start. */
@SuppressWarnings("unused") // entities that nobody reads
abstract class MappingRulesSuite extends StartSuite {

    private static final String OF_ANY_CHILD = "exists (select 1 from Child k where k.last_name = 'x')";

    MappingRulesSuite(TestDatabase server) {
        super(server);
    }

    private static String role(String entityAndAttribute) {
        return MappingRulesSuite.class.getName() + "$" + entityAndAttribute;
    }

    // ---- annotations ---------------------------------------------------------------------------------------------

    public static class Stars implements Mask<String> {
        @Override
        public String mask(String value) {
            return "•";
        }
    }

    @Entity(name = "E")
    static class CustomWithoutClass {
        @Id
        Long id;

        @Masked(MaskStyle.CUSTOM)
        String name;
    }

    @Entity(name = "E")
    static class ClassWithoutCustom {
        @Id
        Long id;

        @Masked(value = MaskStyle.NAME, custom = Stars.class)
        String name;
    }

    @Entity(name = "E")
    static class CustomWithClass {
        @Id
        Long id;

        @Masked(value = MaskStyle.CUSTOM, custom = Stars.class)
        String name;
    }

    @Entity(name = "E")
    static class ClientOnNumber {
        @Id
        Long id;

        @ClientEncrypted
        Integer number;
    }

    @Entity(name = "E")
    static class ClientAndHashed {
        @Id
        Long id;

        @ClientEncrypted
        @AutoHashed(PiiType.EMAIL)
        String both;
    }

    @Entity(name = "E")
    static class HashedAndMaskedAtRest {
        @Id
        Long id;

        @AutoHashed(PiiType.EMAIL)
        @Masked(value = MaskStyle.EMAIL, encryptedAtRest = true)
        String mail;
    }

    @Test
    void annotations_thatContradictThemselves_areRefused() {
        assertRefused("FV-132", "name", CustomWithoutClass.class);
        assertRefused("FV-132", "name", ClassWithoutCustom.class);
        assertStarts(CustomWithClass.class);
        assertRefused("FV-108", "number", ClientOnNumber.class);
        assertRefused("FV-109", "both", ClientAndHashed.class);
        assertStarts(HashedAndMaskedAtRest.class);
    }

    // ---- mappings ------------------------------------------------------------------------------------------------

    @Entity(name = "E")
    static class TransformedOnWrite {
        @Id
        Long id;

        @ColumnTransformer(write = "upper(?)")
        @Masked
        String name;
    }

    @Entity(name = "E")
    static class LazyInName {
        @Id
        Long id;

        @Basic(fetch = FetchType.LAZY)
        @Masked
        String story;
    }

    @Entity(name = "E")
    @OptimisticLocking(type = OptimisticLockType.DIRTY)
    @DynamicUpdate
    static class LockedByWhatIsDirty {
        @Id
        Long id;

        @Masked
        String name;
    }

    @Entity(name = "E")
    @OptimisticLocking(type = OptimisticLockType.ALL)
    @DynamicUpdate
    static class HashedAndLockedByAll {
        @Id
        Long id;

        @AutoHashed(PiiType.EMAIL)
        String mail;
    }

    @Entity(name = "E")
    @Audited
    static class AuditedByEnvers {
        @Id
        Long id;

        @Masked
        String name;
    }

    @Entity(name = "E")
    static class AuditedInPart {
        @Id
        Long id;

        @Masked
        String name;

        @Audited
        @AutoHashed(PiiType.EMAIL)
        String mail;
    }

    @Entity(name = "E")
    static class AuditedEmbeddable {
        @Id
        Long id;

        @Audited
        @Embedded
        Home home;
    }

    @Entity(name = "E")
    @Audited
    static class AuditedTexts {
        @Id
        Long id;

        @ElementCollection
        @AutoHashed(PiiType.EMAIL)
        Set<String> mails = new HashSet<>();
    }

    @Entity(name = "E")
    @Audited
    static class AuditedElements {
        @Id
        Long id;

        @ElementCollection
        @OrderColumn
        List<Home> homes = new ArrayList<>();
    }

    @Embeddable
    @DiscriminatorColumn(name = "kind")
    static class Means {
        @Masked
        String note;
    }

    @Embeddable
    @DiscriminatorValue("card")
    static class Card extends Means {
        String number;
    }

    @Entity(name = "E")
    @Audited
    static class AuditedHierarchy {
        @Id
        Long id;

        @Embedded
        Means means;
    }

    @Entity(name = "E")
    @Audited
    static class AuditedWithoutName {
        @Id
        Long id;

        @NotAudited
        String name;

        @Masked(by = "name")
        String value;
    }

    @Entity(name = "E")
    @Audited
    static class AuditedByName {
        @Id
        Long id;

        String name;

        @Masked(by = "name")
        String value;
    }

    @MappedSuperclass
    static class Named {
        @Masked
        String name;
    }

    @Entity(name = "E")
    @Audited
    @AuditOverride(forClass = Named.class)
    static class AuditedBySomethingElse extends Named {
        @Id
        Long id;
    }

    @Entity(name = "E")
    @Audited
    static class AuditedWithout {
        @Id
        Long id;

        String city;

        @NotAudited
        @Masked
        String name;

        @NotAudited
        @AutoHashed(PiiType.EMAIL)
        String mail;

        @NotAudited
        @Embedded
        Home home;
    }

    @Entity(name = "E")
    @AuditOverride(forClass = Named.class)
    static class OverriddenInHeir extends Named {
        @Id
        Long id;

        @Audited
        String city;
    }

    @Test
    void histories_ofEnvers_areRefusedWhereCopiesHaveNoEdge() {
        assertStarts(AuditedByEnvers.class);
        assertStarts(AuditedInPart.class);
        assertStarts(AuditedBySomethingElse.class, Named.class);
        assertStarts(OverriddenInHeir.class, Named.class);
        assertStarts(AuditedWithout.class, Home.class);
        assertStarts(AuditedEmbeddable.class, Home.class);
        assertRefused("FV-124", "mails", AuditedTexts.class);
        assertRefused("FV-124", "homes.street", AuditedElements.class, Home.class);
        assertRefused("FV-124", "means.note", AuditedHierarchy.class, Means.class, Card.class);
        assertRefused("FV-124", "value", AuditedWithoutName.class);
        assertStarts(AuditedByName.class);
    }

    @Test
    void mappings_thatWouldTellMaskedValues_areRefused() {
        assertRefused("FV-115", "name", TransformedOnWrite.class);
        assertStarts(LazyInName.class);
        assertRefused("FV-123", "name", LockedByWhatIsDirty.class);
        assertStarts(HashedAndLockedByAll.class);
    }

    // ---- what binds to no attribute ------------------------------------------------------------------------------

    @Embeddable
    static class Key implements Serializable {
        @AutoHashed(PiiType.EMAIL)
        String mail;

        int number;
    }

    @Entity(name = "E")
    static class ProtectedPartOfId {
        @EmbeddedId
        Key key;
    }

    static class Unmapped {
        @Masked
        String inherited;
    }

    @Entity(name = "E")
    static class HeirOfUnmapped extends Unmapped {
        @Id
        Long id;
    }

    @Entity(name = "E")
    static class AnnotatedMethod {
        @Id
        Long id;

        String name;

        @Masked
        String shout() {
            return name + "!";
        }
    }

    @Embeddable
    static class Inside {
        String street;

        @Transient
        @Masked
        String hidden;
    }

    @Entity(name = "E")
    static class AnnotatedTransientInside {
        @Id
        Long id;

        @Embedded
        Inside inside;
    }

    @Test
    void annotations_thatBindToNoAttribute_areRefused() {
        assertRefused("FV-103", "key.mail", ProtectedPartOfId.class, Key.class);
        assertRefused("FV-105", "inherited", HeirOfUnmapped.class);
        assertRefused("FV-105", "shout", AnnotatedMethod.class);
        assertRefused("FV-105", "hidden", AnnotatedTransientInside.class, Inside.class);
    }

    // ---- domains -------------------------------------------------------------------------------------------------

    @Entity(name = "E")
    static class DomainMaskedAndNot {
        @Id
        Long id;

        @AutoHashed(value = PiiType.TEXT, domain = "shared")
        String covered;

        @AutoHashed(value = PiiType.TEXT, domain = "shared")
        @Masked
        String masked;
    }

    @Entity(name = "E")
    static class DomainSearchableAndNot {
        @Id
        Long id;

        @AutoHashed(value = PiiType.TEXT, domain = "shared")
        @Masked
        String searchable;

        @Masked(encryptedAtRest = true, domain = "shared")
        String random;
    }

    @Entity(name = "E")
    static class DomainOfTwoPermissions {
        @Id
        Long id;

        @Masked(encryptedAtRest = true, domain = "shared")
        String one;

        @Masked(encryptedAtRest = true, domain = "shared", permission = "VIEW_TAX")
        String other;
    }

    @Entity(name = "E")
    static class DefaultDomainRevealedAndNot {
        @Id
        Long id;

        @AutoHashed(PiiType.EMAIL)
        String covered;

        @AutoHashed(value = PiiType.EMAIL, reveal = Reveal.PERMITTED)
        String revealed;
    }

    @Entity(name = "E")
    static class DomainsThatAreNotShared {
        @Id
        Long id;

        @AutoHashed(value = PiiType.TEXT, domain = "one")
        String one;

        @AutoHashed(value = PiiType.TEXT, domain = "two", reveal = Reveal.PERMITTED)
        String two;

        @Masked(domain = "one", permission = "VIEW_TAX")
        String storedAsItIs;

        @ClientEncrypted
        String client;

        @AutoHashed(value = PiiType.EMAIL, reveal = Reveal.PERMITTED)
        String mail;

        @AutoHashed(PiiType.PHONE)
        String phone;

        @AutoHashed(PiiType.PHONE)
        String mobile;
    }

    @Test
    void domain_thatIsReadUnderTwoPolicies_isRefused() {
        assertRefused("FV-106", "masked", DomainMaskedAndNot.class);
        assertRefused("FV-106", "random", DomainSearchableAndNot.class);
        assertRefused("FV-106", "other", DomainOfTwoPermissions.class);
        assertRefused("FV-106", "revealed", DefaultDomainRevealedAndNot.class);
        assertStarts(DomainsThatAreNotShared.class);
    }

    // ---- order ---------------------------------------------------------------------------------------------------

    @Entity(name = "Child")
    static class Child {
        @Id
        Long id;

        @Masked
        @Column(name = "last_name")
        String name;

        String city;
    }

    @Entity(name = "E")
    static class OrderedByColumn {
        @Id
        Long id;

        @OneToMany
        @JoinColumn
        @SQLOrder("city, last_name desc")
        List<Child> children;
    }

    @Entity(name = "E")
    static class OrderedByCity {
        @Id
        Long id;

        @OneToMany
        @JoinColumn
        @SQLOrder("city desc")
        List<Child> children;
    }

    @Entity(name = "E")
    static class FoundByMail {
        @Id
        Long id;

        @NaturalId
        @AutoHashed(PiiType.EMAIL)
        String mail;
    }

    @Test
    void naturalId_whichHibernateIsNotToCoerce_isRefused() {
        var refusal = refusal(describe(FoundByMail.class).setting("hibernate.jpa.compliance.load_by_id", "true"));
        assertThat(refusal.getMessage()).contains("FV-140", "mail", "load_by_id");
        assertStarts(FoundByMail.class);
    }

    @Test
    void order_ofProtectedColumn_isRefused() {
        assertRefused("FV-107", "name", OrderedByColumn.class, Child.class);
        assertStarts(OrderedByCity.class, Child.class);
    }

    // ---- columns that something else reads -----------------------------------------------------------------------

    @Entity(name = "First")
    @Table(name = "shared_table")
    static class MailOfTable {
        @Id
        Long id;

        @AutoHashed(PiiType.EMAIL)
        String mail;
    }

    @Entity(name = "E")
    @Table(name = "shared_table")
    static class MailOfTableInAnotherDomain {
        @Id
        Long id;

        @AutoHashed(value = PiiType.EMAIL, domain = "other")
        String mail;
    }

    @Entity(name = "E")
    @Table(name = "shared_table")
    static class MailOfTableAlike {
        @Id
        Long id;

        @AutoHashed(PiiType.EMAIL)
        String mail;
    }

    @Entity(name = "E")
    @FilterDef(name = "byName", defaultCondition = "name <> 'x'")
    @Filter(name = "byName")
    static class Filtered {
        @Id
        Long id;

        @Masked
        String name;
    }

    @Entity(name = "E")
    static class RestrictedChildren {
        @Id
        Long id;

        @OneToMany
        @JoinColumn
        @SQLRestriction(OF_ANY_CHILD)
        List<Child> children;
    }

    @Entity(name = "E")
    static class RestrictedManyToMany {
        @Id
        Long id;

        @ManyToMany
        @SQLRestriction(OF_ANY_CHILD)
        List<Child> children;
    }

    @Entity(name = "E")
    @FilterDef(name = "byName")
    static class FilteredChildren {
        @Id
        Long id;

        @OneToMany
        @JoinColumn
        @Filter(name = "byName", condition = OF_ANY_CHILD)
        List<Child> children;
    }

    @Entity(name = "E")
    @FilterDef(name = "byName")
    static class FilteredManyToMany {
        @Id
        Long id;

        @ManyToMany
        @Filter(name = "byName", condition = OF_ANY_CHILD)
        List<Child> children;
    }

    @Entity(name = "E")
    static class RestrictedJoinTable {
        @Id
        Long id;

        @ManyToMany
        @JoinTable(name = "links")
        @SQLJoinTableRestriction(OF_ANY_CHILD)
        List<Child> children;
    }

    @Entity(name = "E")
    @FilterDef(name = "byName")
    static class FilteredJoinTable {
        @Id
        Long id;

        @ManyToMany
        @JoinTable(name = "links")
        @FilterJoinTable(name = "byName", condition = OF_ANY_CHILD)
        List<Child> children;
    }

    @Entity(name = "E")
    @FilterDef(name = "byCity")
    static class FilteredByCity {
        @Id
        Long id;

        @OneToMany
        @JoinColumn
        @SQLRestriction("city <> 'x'")
        @Filter(name = "byCity", condition = "city <> 'x'")
        List<Child> children;
    }

    @Test
    void restrictionsAndFilters_onProtectedColumns_areRefused() {
        assertRefused("FV-127", "mail", MailOfTable.class, MailOfTableInAnotherDomain.class);
        assertStarts(MailOfTable.class, MailOfTableAlike.class);
        assertRefused("FV-128", "E", Filtered.class);
        assertRefused("FV-128", role("RestrictedChildren.children"), RestrictedChildren.class, Child.class);
        assertRefused("FV-128", role("RestrictedManyToMany.children"), RestrictedManyToMany.class, Child.class);
        assertRefused("FV-128", role("FilteredChildren.children"), FilteredChildren.class, Child.class);
        assertRefused("FV-128", role("FilteredManyToMany.children"), FilteredManyToMany.class, Child.class);
        assertRefused("FV-128", role("RestrictedJoinTable.children"), RestrictedJoinTable.class, Child.class);
        assertRefused("FV-128", role("FilteredJoinTable.children"), FilteredJoinTable.class, Child.class);
        assertStarts(FilteredByCity.class, Child.class);
    }

    @Entity(name = "E")
    @Subselect("select * from Child")
    static class ViewOfAll {
        @Id
        Long id;

        String city;
    }

    @Entity(name = "E")
    @Subselect("select id, city from Child")
    static class ViewOfCity {
        @Id
        Long id;

        String city;
    }

    @Embeddable
    static class Shout {
        @Formula("upper(name)")
        String loud;
    }

    @Entity(name = "E")
    static class FormulaInside {
        @Id
        Long id;

        @Masked
        String name;

        @Embedded
        Shout shout;
    }

    @Entity(name = "E")
    @DiscriminatorColumn(name = "kind")
    static class ToldApartByItsColumn {
        @Id
        Long id;

        @Masked
        @Column(name = "kind", insertable = false, updatable = false)
        String kind;
    }

    @Entity(name = "Heir")
    static class HeirToldApart extends ToldApartByItsColumn {}

    @Entity(name = "First")
    @Table(name = "shared_table")
    static class CodeOfTable {
        @Id
        Long id;

        @Masked
        String code;
    }

    @Entity(name = "E")
    @Table(name = "shared_table")
    static class IdentifiedByCode {
        @Id
        String code;
    }

    @Entity(name = "E")
    @SecondaryTable(name = "Child")
    static class ColumnOfSecondaryTable {
        @Id
        Long id;

        @Column(name = "last_name", table = "Child")
        String copy;
    }

    @Entity(name = "E")
    static class ComputedByItsDefinition {
        @Id
        Long id;

        @Masked
        Integer income;

        @Generated
        @Column(columnDefinition = "integer generated always as (income)")
        Integer copy;
    }

    @Entity(name = "E")
    static class CopiedByItsDefinition {
        @Id
        Long id;

        @Masked
        Integer income;

        @Column(columnDefinition = "integer DEFAULT (income + 1)")
        Integer copy;
    }

    @Entity(name = "E")
    static class CopiedByItsDefault {
        @Id
        Long id;

        @Masked
        Integer income;

        @ColumnDefault("income")
        Integer copy;
    }

    @Entity(name = "E")
    static class WithOtherDefaults {
        @Id
        Long id;

        @Masked
        Integer income;

        @ColumnDefault("'income'")
        String word;

        @Column(columnDefinition = "integer default (7)")
        Integer number;
    }

    @Test
    void columns_thatOthersAreComputedFrom_areRefused() {
        assertRefused("FV-128", "copy", ComputedByItsDefinition.class);
        assertRefused("FV-128", "copy", CopiedByItsDefinition.class);
        assertRefused("FV-128", "copy", CopiedByItsDefault.class);
        assertStarts(WithOtherDefaults.class);
    }

    @Test
    void columns_thatViewsIdentifiersAndJoinedTablesRead_areRefused() {
        assertRefused("FV-128", "E", ViewOfAll.class, Child.class);
        assertStarts(ViewOfCity.class, Child.class);
        assertRefused("FV-128", "loud", FormulaInside.class, Shout.class);
        assertRefused("FV-127", "E", ToldApartByItsColumn.class, HeirToldApart.class);
        assertRefused("FV-127", "E", CodeOfTable.class, IdentifiedByCode.class);
        assertRefused("FV-127", "copy", ColumnOfSecondaryTable.class, Child.class);
    }

    // ---- keys ----------------------------------------------------------------------------------------------------

    @Entity(name = "Target")
    static class Target {
        @Id
        Long id;

        @Masked
        @Column(unique = true)
        String name;
    }

    @Embeddable
    static class Link {
        @ManyToOne
        @JoinColumn(referencedColumnName = "name")
        Target target;
    }

    @Entity(name = "E")
    static class RefersFromInside {
        @Id
        Long id;

        @Embedded
        Link link;
    }

    @Entity(name = "E")
    @SecondaryTable(name = "side")
    static class RefersFromSecondaryTable {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(table = "side", referencedColumnName = "name")
        Target target;
    }

    @Test
    void foreignKeys_fromInsideAndFromSecondaryTables_areRefusedAlike() {
        assertRefused("FV-136", "target", RefersFromInside.class, Link.class, Target.class);
        assertRefused("FV-136", "target", RefersFromSecondaryTable.class, Target.class);
    }

    // ---- nothing protected ---------------------------------------------------------------------------------------

    @Entity(name = "Nothing")
    static class Nothing {
        @Id
        Long id;

        String name;
    }

    @Test
    void unit_withoutProtectedAttributes_queriesAsEver() throws SQLException {
        try (var jpa = JpaFixture.on(server).entities(Nothing.class).open()) {
            jpa.inTransaction(session -> {
                var nothing = new Nothing();
                nothing.id = 1L;
                nothing.name = "a name";
                session.persist(nothing);
                session.flush();
                assertThat(session.createNativeQuery("select name from Nothing", String.class)
                                .getResultList())
                        .containsExactly("a name");
                assertThat(session.createMutationQuery("update Nothing n set n.name = upper(n.name)")
                                .executeUpdate())
                        .isEqualTo(1);
                session.refresh(nothing);
                assertThat(session.createQuery("select upper(n.name) from Nothing n order by n.name", String.class)
                                .getResultList())
                        .containsExactly(nothing.name);
            });
        }
    }

    // ---- settings ------------------------------------------------------------------------------------------------

    @Test
    void keystore_withItsDefaultAlias_opensWhatItSealedBefore(@TempDir Path directory) throws SQLException {
        Path keystore = directory.resolve("kek.bcfks");
        BcfksKeystores.create(keystore, "correct horse battery".toCharArray(), "fieldveil");
        var described = describe(MailOfTable.class)
                .setting(FieldveilSettings.KEY_SOURCE, "bcfks")
                .setting(FieldveilSettings.KEYSTORE_LOCATION, keystore)
                .setting(FieldveilSettings.KEYSTORE_PASSPHRASE, "correct horse battery");
        try (var jpa = described.open()) {
            jpa.inTransaction(session -> {
                var row = new MailOfTable();
                row.id = 1L;
                row.mail = "alice@example.org";
                session.persist(row);
            });
            jpa.inSession(session -> assertThat(
                            Fieldveil.matches(session.find(MailOfTable.class, 1L), "mail", "alice@example.org"))
                    .isTrue());
        }
    }

    @Test
    void settings_withoutWhatTheyNeed_areNamedWithTheWayOut() {
        var keystore = describe(Target.class).setting(FieldveilSettings.KEY_SOURCE, "bcfks");
        assertThat(refusal(keystore).getMessage())
                .contains("FV-701", FieldveilSettings.KEYSTORE_LOCATION, "name the keystore's path");
        keystore.setting(FieldveilSettings.KEYSTORE_LOCATION, "target/none.bcfks");
        assertThat(refusal(keystore).getMessage())
                .contains("FV-701", FieldveilSettings.KEYSTORE_PASSPHRASE, "give the keystore's passphrase");
        var directory = describe(Target.class).setting(FieldveilSettings.DEVELOPMENT_DIRECTORY, " ");
        assertThat(refusal(directory).getMessage())
                .contains("FV-701", FieldveilSettings.DEVELOPMENT_DIRECTORY, "name a directory");
        var unknown = describe(Target.class).setting("fieldveil.keysource", "development");
        assertThat(refusal(unknown).getMessage()).contains("FV-701", "fieldveil.keysource", "fieldveil.key-source");
    }
}

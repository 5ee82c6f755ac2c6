package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.ClientEncrypted;
import io.fieldveil.annotations.Mask;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.annotations.Reveal;
import io.fieldveil.audit.Disclosure;
import io.fieldveil.audit.DisclosureAudit;
import io.fieldveil.audit.DisclosureOutcome;
import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.TestDatabase;
import io.fieldveil.keyset.BcfksKeystores;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.CompositeType;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.DiscriminatorFormula;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.JoinFormula;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.OptimisticLockType;
import org.hibernate.annotations.OptimisticLocking;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.Type;
import org.hibernate.envers.Audited;
import org.hibernate.metamodel.spi.ValueAccess;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.BasicJavaType;
import org.hibernate.type.descriptor.java.StringJavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.VarcharJdbcType;
import org.hibernate.usertype.BaseUserTypeSupport;
import org.hibernate.usertype.CompositeUserType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stops the start, each mistake with its code, its place and a way out; and what starts. */
@SuppressWarnings({"unused", "deprecation", "UnusedVariable"}) // entities that nobody reads; @Temporal is still mapped
abstract class BootSuite extends StartSuite {

    BootSuite(TestDatabase server) {
        super(server);
    }

    // ---- refused -------------------------------------------------------------------------------------------------

    @Entity(name = "E")
    static class OnId {
        @Id
        @AutoHashed(PiiType.EMAIL)
        String key;
    }

    @Entity(name = "E")
    static class OnVersion {
        @Id
        Long id;

        @Version
        @Masked(MaskStyle.NUMBER)
        int version;
    }

    @Entity(name = "E")
    static class OnTransient {
        @Id
        Long id;

        @Transient
        @Masked
        String hidden;
    }

    @Entity(name = "E")
    static class OnFormula {
        @Id
        Long id;

        @Formula("'x'")
        @Masked
        String computed;
    }

    @Entity(name = "E")
    static class BesideConvert {
        @Id
        Long id;

        @Convert(converter = Upper.class)
        @AutoHashed(PiiType.EMAIL)
        String mail;
    }

    @Entity(name = "E")
    static class BesideType {
        @Id
        Long id;

        @Type(Stars.class)
        @Masked
        String typed;
    }

    static class Stars extends BaseUserTypeSupport<String> {
        @Override
        protected void resolve(BiConsumer<BasicJavaType<String>, JdbcType> resolved) {
            resolved.accept(new StringJavaType(), VarcharJdbcType.INSTANCE);
        }
    }

    @Entity(name = "E")
    static class MaskedArray {
        @Id
        Long id;

        @Masked(value = MaskStyle.CUSTOM, custom = NoTags.class)
        String[] tags;
    }

    public static class NoTags implements Mask<String[]> {
        @Override
        public String[] mask(String[] value) {
            return new String[] {"•"};
        }
    }

    static class Upper implements AttributeConverter<String, String> {
        @Override
        public String convertToDatabaseColumn(String value) {
            return value;
        }

        @Override
        public String convertToEntityAttribute(String value) {
            return value;
        }
    }

    enum Level {
        LOW,
        HIGH
    }

    @Entity(name = "E")
    static class BesideEnumerated {
        @Id
        Long id;

        @Enumerated(EnumType.STRING)
        @Masked(encryptedAtRest = true, domain = "level")
        Level level;
    }

    @Entity(name = "E")
    static class BesideTransformer {
        @Id
        Long id;

        @ColumnTransformer(read = "upper(name)")
        @Masked
        String name;
    }

    @Entity(name = "E")
    static class NoString {
        @Id
        Long id;

        @AutoHashed(PiiType.PHONE)
        Integer number;
    }

    @Entity(name = "E")
    static class ClientAndMasked {
        @Id
        Long id;

        @ClientEncrypted
        @Masked
        String both;
    }

    @Entity(name = "E")
    static class NoDomain {
        @Id
        Long id;

        @AutoHashed(PiiType.TEXT)
        String text;
    }

    @Entity(name = "E")
    static class NoRestDomain {
        @Id
        Long id;

        @Masked(encryptedAtRest = true)
        String text;
    }

    @Entity(name = "E")
    static class MaskedNaturalId {
        @Id
        Long id;

        @NaturalId
        @Masked
        String name;
    }

    @Entity(name = "E")
    @OptimisticLocking(type = OptimisticLockType.ALL)
    @org.hibernate.annotations.DynamicUpdate
    static class LockedByAll {
        @Id
        Long id;

        @Masked
        String name;
    }

    @Entity(name = "E")
    static class BasicCollection {
        @Id
        Long id;

        @ElementCollection
        @Masked
        List<String> names;
    }

    @Embeddable
    static class Part {
        @Masked
        String street;
    }

    @Entity(name = "E")
    static class EmbeddableCollection {
        @Id
        Long id;

        @ElementCollection
        Set<Part> parts;
    }

    @Embeddable
    record Pair(@Masked String left, String right) {}

    @Entity(name = "E")
    static class WithRecord {
        @Id
        Long id;

        @Embedded
        Pair pair;
    }

    @Entity(name = "E")
    static class WithRecordByGetter {
        private Long id;
        private Pair pair;

        @Id
        Long getId() {
            return id;
        }

        void setId(Long id) {
            this.id = id;
        }

        @Embedded
        Pair getPair() {
            return pair;
        }

        void setPair(Pair pair) {
            this.pair = pair;
        }
    }

    record Money(String amount, String currency) {}

    @Entity(name = "E")
    static class WithCompositeType {
        @Id
        Long id;

        @Embedded
        @CompositeType(MoneyType.class)
        Money money;
    }

    public static class MoneyType implements CompositeUserType<Money> {

        static class Columns {
            @Masked
            String amount;

            String currency;
        }

        @Override
        public Object getPropertyValue(Money component, int property) {
            return property == 0 ? component.amount() : component.currency();
        }

        @Override
        public Money instantiate(ValueAccess values) {
            return new Money(values.getValue(0, String.class), values.getValue(1, String.class));
        }

        @Override
        public Class<?> embeddable() {
            return Columns.class;
        }

        @Override
        public Class<Money> returnedClass() {
            return Money.class;
        }

        @Override
        public boolean equals(Money one, Money other) {
            return java.util.Objects.equals(one, other);
        }

        @Override
        public int hashCode(Money value) {
            return value.hashCode();
        }

        @Override
        public Money deepCopy(Money value) {
            return value;
        }

        @Override
        public boolean isMutable() {
            return false;
        }

        @Override
        public java.io.Serializable disassemble(Money value) {
            return value.amount() + " " + value.currency();
        }

        @Override
        public Money assemble(java.io.Serializable cached, Object owner) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Money replace(Money detached, Money managed, Object owner) {
            return detached;
        }
    }

    @Test
    void recordsWithProtectedComponents_start() {
        assertStarts(WithRecord.class, Pair.class);
        assertStarts(WithRecordByGetter.class, Pair.class);
    }

    @Entity(name = "E")
    @SecondaryTable(name = "side")
    static class Secondary {
        @Id
        Long id;

        @Column(table = "side")
        @AutoHashed(PiiType.EMAIL)
        String mail;
    }

    @Entity(name = "Open")
    @Table(name = "side")
    static class OpensSecondary {
        @Id
        Long id;

        byte[] mail;
    }

    @Entity(name = "Base")
    @SecondaryTable(name = "side")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class TablePerClassAndSide {
        @Id
        Long id;

        @Column(table = "side")
        @Masked
        String name;
    }

    @Entity(name = "Leaf")
    static class LeafAndSide extends TablePerClassAndSide {}

    @Entity(name = "E")
    static class JsonAggregate {
        @Id
        Long id;

        @JdbcTypeCode(SqlTypes.JSON)
        Part part;
    }

    @Entity(name = "E")
    static class SharedDomain {
        @Id
        Long id;

        @AutoHashed(value = PiiType.TEXT, domain = "shared")
        String covered;

        @AutoHashed(value = PiiType.TEXT, domain = "shared", reveal = Reveal.PERMITTED)
        String open;
    }

    @Entity(name = "Child")
    static class Child {
        @Id
        Long id;

        @Masked
        String name;
    }

    @Entity(name = "E")
    static class Ordered {
        @Id
        Long id;

        @OneToMany
        @OrderBy("name desc")
        List<Child> children;
    }

    @Entity(name = "E")
    static class OrderedManyToMany {
        @Id
        Long id;

        @ManyToMany
        @OrderBy("name")
        List<Child> children;
    }

    @Entity(name = "E")
    static class FormulaOverMasked {
        @Id
        Long id;

        @Masked
        @Column(name = "last_name")
        String name;

        @Formula("upper(last_name)")
        String shout;
    }

    @Entity(name = "E")
    static class ColumnTwice {
        @Id
        Long id;

        @Masked
        @Column(name = "last_name")
        String name;

        @Column(name = "last_name", insertable = false, updatable = false)
        String copy;
    }

    @Entity(name = "First")
    @Table(name = "shared_table")
    static class FirstOfTable {
        @Id
        Long id;

        @Masked
        String name;
    }

    @Entity(name = "E")
    @Table(name = "shared_table")
    static class SecondOfTable {
        @Id
        Long id;

        String name;
    }

    @Entity(name = "E")
    @SQLRestriction("name <> 'x'")
    static class Restricted {
        @Id
        Long id;

        @Masked
        String name;
    }

    @Entity(name = "E")
    @Subselect("select id, name from Child")
    static class View {
        @Id
        Long id;

        String name;
    }

    @Entity(name = "Root")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class InheritedName {
        @Id
        Long id;

        @Masked
        String name;
    }

    @Entity(name = "Heir")
    static class Heir extends InheritedName {}

    @Entity(name = "E")
    static class OrderedByInherited {
        @Id
        Long id;

        @OneToMany
        @OrderBy("name")
        List<Heir> heirs;
    }

    @Entity(name = "E")
    static class KeyedByMasked {
        @Id
        Long id;

        @OneToMany
        @MapKey(name = "name")
        Map<String, Child> children;
    }

    @Entity(name = "Target")
    static class Target {
        @Id
        Long id;

        @Masked
        @Column(unique = true)
        String name;

        @AutoHashed(PiiType.EMAIL)
        @Column(unique = true)
        String email;
    }

    @Entity(name = "E")
    static class RefersToMasked {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(referencedColumnName = "name")
        Target target;
    }

    @Entity(name = "E")
    static class RefersToHashed {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(referencedColumnName = "email")
        Target target;
    }

    @Entity(name = "E")
    static class ListRefersToMasked {
        @Id
        Long id;

        @Masked
        @Column(unique = true)
        String name;

        @OneToMany
        @JoinColumn(name = "owner_name", referencedColumnName = "name")
        List<Child> children;
    }

    @Entity(name = "E")
    static class AssociationOverMasked {
        @Id
        Long id;

        @Masked
        String name;

        @ManyToOne
        @JoinColumn(name = "name", insertable = false, updatable = false)
        Child child;
    }

    @Entity(name = "E")
    static class JoinedByFormula {
        @Id
        Long id;

        @Masked
        String name;

        @ManyToOne
        @JoinFormula("name")
        Child child;
    }

    @Entity(name = "E")
    static class ElementsOfItsTable {
        @Id
        Long id;

        @Masked
        String name;

        @ElementCollection
        @CollectionTable(name = "E", joinColumns = @JoinColumn(name = "id"))
        @Column(name = "name")
        List<String> names;
    }

    @Entity(name = "E")
    static class GeneratedFromMasked {
        @Id
        Long id;

        @Masked
        String name;

        @GeneratedColumn("upper(name)")
        String shout;
    }

    @Entity(name = "E")
    @DiscriminatorFormula("case when name = 'x' then 'E' else 'F' end")
    static class ToldApartByMasked {
        @Id
        Long id;

        @Masked
        String name;
    }

    @Entity(name = "E")
    static class EncryptedAndGenerated {
        @Id
        Long id;

        @Masked(encryptedAtRest = true, domain = "made")
        @CreationTimestamp
        Instant made;
    }

    @Test
    void mistakes_ofEachKind_areRefusedWithCodePlaceAndRemedy() {
        assertRefused("FV-103", "key", OnId.class);
        assertRefused("FV-103", "version", OnVersion.class);
        assertRefused("FV-105", "hidden", OnTransient.class);
        assertRefused("FV-114", "computed", OnFormula.class);
        assertRefused("FV-116", "mail", BesideConvert.class);
        assertRefused("FV-116", "level", BesideEnumerated.class);
        assertRefused("FV-116", "typed", BesideType.class);
        assertRefused("FV-134", "tags", MaskedArray.class);
        assertRefused("FV-115", "name", BesideTransformer.class);
        assertRefused("FV-108", "number", NoString.class);
        assertRefused("FV-109", "both", ClientAndMasked.class);
        assertRefused("FV-131", "text", NoDomain.class);
        assertRefused("FV-131", "text", NoRestDomain.class);
        assertRefused("FV-122", "name", MaskedNaturalId.class);
        assertRefused("FV-123", "name", LockedByAll.class);
        assertRefused("FV-160", BootSuite.class.getName() + "$BasicCollection.names", BasicCollection.class);
        assertRefused("FV-104", "parts.street", EmbeddableCollection.class, Part.class);
        assertRefused("FV-101", "money.amount", WithCompositeType.class);
        assertRefused("FV-121", "name", TablePerClassAndSide.class, LeafAndSide.class);
        assertRefused("FV-106", "open", SharedDomain.class);
        assertRefused("FV-107", "name", Ordered.class, Child.class);
        assertRefused("FV-107", "name", OrderedManyToMany.class, Child.class);
        assertRefused("FV-107", "name", OrderedByInherited.class, InheritedName.class, Heir.class);
        assertRefused("FV-137", "made", EncryptedAndGenerated.class);
    }

    @Entity(name = "Base")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class TablePerClass {
        @Id
        Long id;

        @Masked
        String name;

        @AutoHashed(PiiType.EMAIL)
        String mail;
    }

    @Entity(name = "Leaf")
    static class Leaf extends TablePerClass {
        String city;
    }

    @Entity(name = "Leaf")
    static class LeafWithFormula extends TablePerClass {
        @Formula("upper(name)")
        String shout;
    }

    @Entity(name = "Leaf")
    static class LeafWithColumnTwice extends TablePerClass {
        @Column(name = "name", insertable = false, updatable = false)
        String copy;
    }

    @Entity(name = "E")
    @Subselect("select id, name from Leaf")
    static class ViewOfLeaf {
        @Id
        Long id;

        String name;
    }

    @Test
    void columns_thatATablePerClassInherits_areRefusedAlike() {
        assertRefused("FV-128", "shout", TablePerClass.class, LeafWithFormula.class);
        assertRefused("FV-127", "copy", TablePerClass.class, LeafWithColumnTwice.class);
        assertRefused("FV-128", "E", TablePerClass.class, Leaf.class, ViewOfLeaf.class);
    }

    @Test
    void columns_thatSomethingElseReads_areRefused() {
        assertRefused("FV-128", "shout", FormulaOverMasked.class);
        assertRefused("FV-127", "copy", ColumnTwice.class);
        assertRefused("FV-127", "name", FirstOfTable.class, SecondOfTable.class);
        assertRefused("FV-128", "E", Restricted.class);
        assertRefused("FV-128", "E", View.class, Child.class);
        assertRefused("FV-128", "child", JoinedByFormula.class, Child.class);
        assertRefused("FV-128", "shout", GeneratedFromMasked.class);
        assertRefused("FV-128", "E", ToldApartByMasked.class);
        assertRefused("FV-127", "child", AssociationOverMasked.class, Child.class);
        assertRefused("FV-127", BootSuite.class.getName() + "$ElementsOfItsTable.names", ElementsOfItsTable.class);
    }

    @Test
    void keys_thatAreProtected_areRefused() throws SQLException {
        assertRefused(
                "FV-135", BootSuite.class.getName() + "$KeyedByMasked.children", KeyedByMasked.class, Child.class);
        assertRefused("FV-136", "target", RefersToMasked.class, Target.class);
        assertRefused(
                "FV-136",
                BootSuite.class.getName() + "$ListRefersToMasked.children",
                ListRefersToMasked.class,
                Child.class);
        try (var jpa = describe(RefersToHashed.class, Target.class).open()) {
            jpa.inTransaction(session -> {
                var target = new Target();
                target.id = 1L;
                target.email = "alice@example.org";
                var refers = new RefersToHashed();
                refers.id = 2L;
                refers.target = target;
                session.persist(target);
                session.persist(refers);
            });
            Long found = jpa.fromSession(session -> session.find(RefersToHashed.class, 2L).target.id);
            assertThat(found).isEqualTo(1L);
        }
    }

    @Test
    void jsonAggregate_isRefused() {
        if (server != TestDatabase.H2) {
            assertRefused("FV-118", "part.street", JsonAggregate.class, Part.class);
        } else {
            assertThat(catchThrowable(() ->
                            describe(JsonAggregate.class, Part.class).open().close()))
                    .isNotNull();
        }
    }

    @Entity(name = "Several")
    static class Several {
        @Id
        @Masked
        String key;

        @AutoHashed(PiiType.TEXT)
        String text;

        @NaturalId
        @Masked
        String name;
    }

    @Test
    void mistakes_ofOneUnit_areReportedTogether() {
        var message =
                refusal(describe(Several.class, Ordered.class, Child.class)).getMessage();
        assertThat(message)
                .startsWith("FV-100 ")
                .contains("4 problems", "FV-103", "'key'", "FV-131", "'text'", "FV-122", "'name'", "FV-107")
                .contains(
                        "use a surrogate key", "needs a domain", "Use @AutoHashed without a mask", "order by another");
    }

    // ---- the live schema -----------------------------------------------------------------------------------------

    @Entity(name = "Wide")
    static class Wide {
        @Id
        Long id;

        @AutoHashed(PiiType.EMAIL)
        String mail;
    }

    @Entity(name = "Wide")
    static class Narrow {
        @Id
        Long id;

        @AutoHashed(PiiType.EMAIL)
        @Column(columnDefinition = "varbinary(40)")
        String mail;
    }

    @Test
    void column_tooShortInTheLiveSchema_isRefusedWithTheLength() {
        assumeThat(server).as("bytea has no length").isNotEqualTo(TestDatabase.POSTGRESQL);
        var refusal = refusal(describe(Narrow.class));
        assertThat(refusal.getMessage()).contains("FV-125", "'mail'", "holds 40", "takes up to 381");
    }

    @Entity(name = "Wide")
    @Audited
    static class WideWithHistory {
        @Id
        Long id;

        @AutoHashed(PiiType.EMAIL)
        String mail;
    }

    @Test
    void column_ofACopyTooShort_isRefusedWithTheLength() {
        assumeThat(server).as("bytea has no length").isNotEqualTo(TestDatabase.POSTGRESQL);
        var refusal = refusal(describe(WideWithHistory.class)
                .validating(
                        "create table Wide (id bigint primary key, mail varbinary(381))",
                        "create table Wide_AUD (id bigint, REV integer, REVTYPE smallint, mail varbinary(40))"));
        assertThat(refusal.getMessage()).contains("FV-125", "'mail'", "'Wide_AUD.mail'", "holds 40");
    }

    @Test
    void column_tooShortUnderValidation_isRefusedThoughItsTypePasses() {
        assumeThat(server).as("bytea has no length").isNotEqualTo(TestDatabase.POSTGRESQL);
        String ddl = "create table Wide (id bigint primary key, mail varbinary(%d))";
        var refusal = refusal(describe(Wide.class).validating(ddl.formatted(40)));
        assertThat(refusal.getMessage()).contains("FV-125", "'mail'", "holds 40", "takes up to 381");
        assertThatCode(() -> describe(Wide.class)
                        .validating(ddl.formatted(381))
                        .open()
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void column_ofASecondaryTable_isComparedAndNotReadByOthers() {
        assertRefused("FV-127", "mail", Secondary.class, OpensSecondary.class);
        assumeThat(server).as("bytea has no length").isNotEqualTo(TestDatabase.POSTGRESQL);
        String own = "create table E (id bigint primary key)";
        String side = "create table side (id bigint primary key, mail varbinary(%d))";
        var refusal = refusal(describe(Secondary.class).validating(own, side.formatted(40)));
        assertThat(refusal.getMessage()).contains("FV-125", "'mail'", "side.mail", "holds 40", "takes up to 381");
        assertThatCode(() -> describe(Secondary.class)
                        .validating(own, side.formatted(381))
                        .open()
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void column_tooShortInTheTableOfASubclass_isRefusedLikeThatOfItsRoot() {
        assumeThat(server).as("bytea has no length").isNotEqualTo(TestDatabase.POSTGRESQL);
        String base = "create table Base (id bigint primary key, name varchar(255), mail varbinary(381))";
        String leaf =
                "create table Leaf (id bigint primary key, name varchar(255), mail varbinary(%d), city varchar(255))";
        var refusal = refusal(describe(TablePerClass.class, Leaf.class).validating(base, leaf.formatted(40)));
        assertThat(refusal.getMessage()).contains("FV-125", "'mail'", "Leaf.mail", "holds 40", "takes up to 381");
        assertThatCode(() -> describe(TablePerClass.class, Leaf.class)
                        .validating(base, leaf.formatted(381))
                        .open()
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void keyset_thatIsMissingWhereItsValuesAreStored_isNotMadeAnew() throws SQLException {
        try (var jpa = describe(Wide.class).open()) {
            jpa.execute("insert into Wide (id, mail) values (1, ?)", new byte[] {1, 2, 3});
            var added = new Wide();
            added.id = 2L;
            added.mail = "alice@example.org";

            Refusals.assertRefused("FV-423", () -> jpa.inTransaction(session -> session.persist(added)));

            jpa.execute("delete from Wide");
            jpa.inTransaction(session -> session.persist(added));
            assertThat(jpa.rows("select * from fieldveil_keyset")).hasSize(1);
        }
    }

    // ---- settings ------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "fieldveil.key-source, , FV-701, fieldveil.key-source",
        "fieldveil.key-source, vault, FV-701, bcfks",
        "fieldveil.masked-writes, perhaps, FV-701, ignore",
        "fieldveil.marking-max-age, soon, FV-701, PT2S",
        "fieldveil.marking-max-age, PT0S, FV-549, 100 ms",
        "fieldveil.kept-keysets, 0, FV-701, whole number",
        "fieldveil.purposes, campaign, FV-701, CAMPAIGN",
        "fieldveil.runtime, io.example.Runtime, FV-701, FieldveilRuntime.builder()",
        "fieldveil.mask-writes, refuse, FV-701, fieldveil.masked-writes",
        "fieldveil.phone-region, Germany, FV, Germany",
    })
    void setting_thatIsWrong_stopsTheStart(String key, String value, String code, String hint) {
        var refusal = catchThrowable(() -> describe(Wide.class)
                .setting(key, value == null ? "" : value)
                .open()
                .close());
        assertThat(refusal).isNotNull();
        if (Refusals.find(refusal) != null) {
            assertThat(Refusals.find(refusal).getMessage()).contains(code);
        }
        assertThat(org.assertj.core.util.Throwables.getStackTrace(refusal))
                .contains(key.startsWith("fieldveil.phone") ? "region" : hint);
    }

    /** However many attributes there are. */
    @Test
    void setting_thatIsWrong_isReportedOnce() {
        assertThat(refusal(
                        describe(Wide.class, FormulaOverMasked.class).setting(FieldveilSettings.NATIVE_SQL, "perhaps")))
                .satisfies(Refusals.with("FV-701", "'refuse' and 'allow'"));
    }

    @Test
    void runtime_besideOtherSettings_isRefused() {
        var runtime = FieldveilRuntime.builder()
                .keysets(() -> {
                    throw new AssertionError("nothing is opened");
                })
                .audit(new DisclosureAudit() {
                    @Override
                    public long intent(Disclosure disclosure) {
                        throw new AssertionError("nothing is opened");
                    }

                    @Override
                    public void outcome(long intentId, DisclosureOutcome outcome, int values) {
                        throw new AssertionError("nothing is opened");
                    }
                })
                .build();
        assertThat(refusal(describe(Wide.class).setting(FieldveilSettings.RUNTIME, runtime)))
                .satisfies(Refusals.with("FV-701", "beside 'fieldveil.runtime'"));
    }

    @Test
    void unit_withoutProtectedAttributes_hasNoRuntimeAndNoCodec() throws SQLException {
        try (var jpa = describe(WithoutAnnotations.class).open()) {
            Refusals.assertRefused("FV-507", () -> Fieldveil.runtime(jpa.sessionFactory()));
            Refusals.assertRefused("FV-507", () -> Fieldveil.codec(jpa.sessionFactory()));
        }
    }

    @Entity(name = "WithoutAnnotations")
    static class WithoutAnnotations {
        @Id
        Long id;
    }

    @Test
    void keystore_thatIsNotThereOrTakesAnotherPassphrase_stopsTheStart(@TempDir Path directory) {
        Path keystore = directory.resolve("kek.bcfks");
        var described = describe(Wide.class)
                .setting(FieldveilSettings.KEY_SOURCE, "bcfks")
                .setting(FieldveilSettings.KEYSTORE_LOCATION, keystore)
                .setting(FieldveilSettings.KEYSTORE_ALIAS, "kek")
                .setting(FieldveilSettings.KEYSTORE_PASSPHRASE, "Wr0ng-Passphrase");
        assertThat(refusal(described).getMessage()).contains("FV-410");

        BcfksKeystores.create(keystore, "correct horse battery".toCharArray(), "kek");
        var refusal = refusal(described);
        assertThat(refusal.getMessage()).contains("FV-411", "passphrase is wrong");
        assertThat(org.assertj.core.util.Throwables.getStackTrace(refusal)).doesNotContain("Wr0ng-Passphrase");
    }

    // ---- what starts ---------------------------------------------------------------------------------------------

    @Entity(name = "Nothing")
    static class Nothing {
        @Id
        Long id;

        String name;
    }

    @Test
    void unit_withoutProtectedAttributes_needsNoSetting() throws SQLException {
        try (var jpa = JpaFixture.on(server).entities(Nothing.class).open()) {
            assertThat(jpa.rows("select * from Nothing")).isEmpty();
        }
    }

    @MappedSuperclass
    abstract static class Base<T> {
        @Id
        Long id;

        @Masked(MaskStyle.FULL)
        T secret;
    }

    @Entity(name = "Shapes")
    static class Shapes extends Base<String> {
        @Enumerated(EnumType.STRING)
        @Masked
        Level rank1;

        @Temporal(TemporalType.DATE)
        @Masked(MaskStyle.DATE)
        Date bornOn;

        @Lob
        @Masked
        String story;

        @Masked(encryptedAtRest = true, domain = "plain-level")
        Level secretLevel;

        @Masked(MaskStyle.NUMBER)
        int score;
    }

    @Test
    void plainMask_besideEnumeratedTemporalLobAndGenerics_works() throws SQLException {
        try (var jpa = describe(Shapes.class).open()) {
            jpa.inTransaction(session -> {
                var shapes = new Shapes();
                shapes.id = 1L;
                shapes.secret = "a generic value";
                shapes.rank1 = Level.HIGH;
                shapes.secretLevel = Level.HIGH;
                shapes.bornOn = new Date(86_400_000L * 9_000);
                shapes.story = "once upon a time";
                shapes.score = 47_100;
                session.persist(shapes);
            });
            assertThat(jpa.rows("select * from Shapes").get(0)).containsEntry("rank1", "HIGH");
            jpa.inTransaction(session -> {
                var shapes = session.find(Shapes.class, 1L);
                assertThat(shapes.secret).doesNotContain("generic");
                assertThat(shapes.story).doesNotContain("upon");
                assertThat(shapes.score).isNotEqualTo(47_100);
            });
            try (@SuppressWarnings("try")
                    var scope = io.fieldveil.access.AccessScope.open(ProtectedSuite.ADMIN)) {
                jpa.inTransaction(session -> {
                    var shapes = session.find(Shapes.class, 1L);
                    assertThat(shapes.secret).isEqualTo("a generic value");
                    assertThat(shapes.rank1).isEqualTo(Level.HIGH);
                    assertThat(shapes.secretLevel).isEqualTo(Level.HIGH);
                    assertThat(shapes.story).isEqualTo("once upon a time");
                    assertThat(shapes.score).isEqualTo(47_100);
                });
            }
        }
    }
}

package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.annotations.Masked;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityResult;
import jakarta.persistence.FieldResult;
import jakarta.persistence.Id;
import jakarta.persistence.SqlResultSetMapping;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hibernate.Session;
import org.hibernate.annotations.SQLSelect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Native queries and native DML, by the columns that they touch. */
abstract class NativeSqlSuite extends ProtectedSuite {

    @Entity(name = "Loaded")
    @SQLSelect(sql = "select l.id, l.city, l.name from Loaded l where l.id = ?")
    @SqlResultSetMapping(name = "plainly", entities = @EntityResult(entityClass = Loaded.class))
    @SqlResultSetMapping(
            name = "twisted",
            entities =
                    @EntityResult(
                            entityClass = Loaded.class,
                            fields = {
                                @FieldResult(name = "id", column = "id"),
                                @FieldResult(name = "city", column = "name"),
                                @FieldResult(name = "name", column = "name")
                            }))
    static class Loaded {
        @Id
        Long id;

        String city;

        @Masked
        String name;
    }

    /** Has an attribute of its own, not masked, in a column of the same name. */
    @Entity(name = "Namesake")
    static class Namesake {
        @Id
        Long id;

        String name;
    }

    private Long id = 0L;

    NativeSqlSuite(TestDatabase server) {
        super(server, Contact.class, Home.class, QueryEntities.Plain.class, Loaded.class, Namesake.class);
    }

    @BeforeEach
    void fill() {
        var contact = new Contact("alice@example.org", "+4930901820", "Jansen");
        contact.city = "Bonn";
        contact.income = 47_100;
        id = persist(contact);
        run(ADMIN, session -> {
            session.persist(new QueryEntities.Plain(1L, "Jansen"));
            var loaded = new Loaded();
            loaded.id = 1L;
            loaded.city = "Bonn";
            loaded.name = "Jansen";
            session.persist(loaded);
        });
    }

    private List<?> list(AccessContext context, String sql) {
        return as(
                context, session -> session.createNativeQuery(sql, Object.class).getResultList());
    }

    private int update(AccessContext context, String sql) {
        return as(context, session -> session.createNativeMutationQuery(sql).executeUpdate());
    }

    // ---- columns -------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select city from Contact",
                "select c.city from Contact c where c.city <> 'lastName from Contact'",
                "select count(*) from Contact",
                "select text from Plain where text = 'Jansen' and exists (select 1 from Contact)",
                "select c.id from Contact c join Plain p on p.text = 'Jansen' order by c.city",
            })
    void select_ofOtherColumns_isFree(String sql) {
        assertThat(list(VIEWER, sql)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select lastName from Contact",
                "select * from Contact",
                "select city from Contact where lastName = 'Jansen'",
                "select city from Contact order by income",
                "select id from Plain where text in (select lastName from Contact)",
                "with x as (select lastName as n from Contact) select n from x",
                "select city from Contact union select lastName from Contact",
            })
    void select_ofProtectedColumns_needsThePermission(String sql) {
        assertRefused("FV-307", () -> list(VIEWER, sql));
        assertThat(list(ADMIN, sql)).isNotEmpty();
    }

    @Test
    void refusal_namesTheAttributeAndNoLiteral() {
        String canary = "Canary4711";
        assertRefused("FV-307", () -> list(VIEWER, "select city from Contact where lastName = '" + canary + "'"));
        try {
            list(VIEWER, "select city from Contact where lastName = '" + canary + "'");
        } catch (RuntimeException e) {
            assertThat(e).hasMessageContaining("'lastName' of entity");
            assertThat(org.assertj.core.util.Throwables.getStackTrace(e)).doesNotContain(canary);
        }
    }

    // ---- entities ------------------------------------------------------------------------------------------------

    private Contact contact(AccessContext context, Function<Session, Contact> query) {
        return as(context, query);
    }

    @Test
    void entities_ofTheirOwnColumns_areOpenedLikeAnyOther() {
        List<Function<Session, Contact>> queries = List.of(
                session -> session.createNativeQuery("select * from Contact", Contact.class)
                        .getSingleResult(),
                session -> session.createNativeQuery("select c.* from Contact c where c.city = :city", Contact.class)
                        .setParameter("city", "Bonn")
                        .getSingleResult(),
                session -> (Contact) session.createNativeQuery("select {c.*} from Contact c", Object.class)
                        .addEntity("c", Contact.class)
                        .getSingleResult(),
                session -> session.createNativeQuery(
                                "select c.* from {h-schema}Contact c join Plain p on p.id = 1 order by c.city",
                                Contact.class)
                        .getSingleResult());
        for (var query : queries) {
            assertThat(contact(VIEWER, query).lastName).isEqualTo("J•••");
            assertThat(contact(VIEWER, query).email).startsWith("fv1.");
            assertThat(contact(ADMIN, query).lastName).isEqualTo("Jansen");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from Contact order by lastName",
                "select * from Contact where income > 40000",
                "select distinct * from Contact",
                "select c.*, upper(c.lastName) as shout from Contact c",
                "select * from (select * from Contact) x",
                "select id, version, city, lastName as email, email as lastName from Contact",
            })
    void entities_ofMoreThanTheirColumns_needThePermission(String sql) {
        assertRefused(
                "FV-307",
                () -> run(
                        VIEWER,
                        session -> session.createNativeQuery(sql, Contact.class).getResultList()));
    }

    @Test
    void entities_whoseAttributesReadOtherColumns_needThePermission() {
        String sql = "select id, city, name from Loaded";
        Loaded covered = as(
                VIEWER,
                session ->
                        session.createNativeQuery(sql, "plainly", Loaded.class).getSingleResult());
        assertThat(covered.name).doesNotContain("Jansen");
        assertRefused(
                "FV-307",
                () -> run(
                        VIEWER,
                        session -> session.createNativeQuery(sql, "twisted", Loaded.class)
                                .getSingleResult()));
        assertRefused(
                "FV-307",
                () -> run(
                        VIEWER,
                        session -> session.createNativeQuery("select id, name from Loaded", Namesake.class)
                                .getSingleResult()));
        assertRefused(
                "FV-307",
                () -> run(
                        VIEWER,
                        session -> session.createNativeQuery("select {l.*} from Loaded l", Object.class)
                                .addEntity("l", Loaded.class)
                                .addScalar("name")
                                .getSingleResult()));
    }

    @Test
    void entity_loadedBySqlOfItsOwn_isCovered() {
        Loaded covered = as(VIEWER, session -> session.find(Loaded.class, 1L));
        assertThat(covered.name).doesNotContain("Jansen");
        Loaded shown = as(ADMIN, session -> session.find(Loaded.class, 1L));
        assertThat(shown.name).isEqualTo("Jansen");
    }

    // ---- writing -------------------------------------------------------------------------------------------------

    @Test
    void write_ofOtherColumns_isFree() {
        assertThat(update(VIEWER, "update Contact set city = 'Ulm' where city = 'Bonn'"))
                .isEqualTo(1);
        assertThat(update(VIEWER, "delete from Contact where city = 'Bonn'")).isZero();
    }

    @Test
    void write_ofAMaskedColumn_needsThePermission() {
        String sql = "update Contact set lastName = 'Smith'";
        assertRefused("FV-307", () -> update(VIEWER, sql));
        assertThat(update(ADMIN, sql)).isEqualTo(1);
        assertRefused("FV-307", () -> update(VIEWER, "update Contact set city = lastName"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update Contact set email = 'bob@example.org'",
                "update Contact set note = 'x' where city = 'Bonn'",
                "update Contact set passport = 'x'",
                "insert into Contact (id, version, email) values (77, 0, 'bob@example.org')",
                "insert into Contact (id, version, email) select id, 0, text from Plain",
            })
    void write_ofAnEncryptedColumn_isRefusedToAll(String sql) {
        var before = jpa.rows("select * from Contact");
        assertRefused("FV-313", () -> update(ADMIN, sql));
        assertThat(jpa.rows("select * from Contact")).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void write_ofNull_needsThePermissionAlone() {
        String sql = "update Contact set email = null";
        assertRefused("FV-307", () -> update(VIEWER, sql));
        assertThat(update(ADMIN, sql)).isEqualTo(1);
    }

    @Test
    void write_inASessionWithAnInspectorOfItsOwn_isCheckedAllTheSame() {
        try (@SuppressWarnings("try")
                        var scope = AccessScope.open(VIEWER);
                var session = jpa.sessionFactory()
                        .withOptions()
                        .statementInspector((UnaryOperator<String>) sql -> sql)
                        .openSession()) {
            var transaction = session.beginTransaction();
            assertRefused(
                    "FV-307",
                    () -> session.createNativeMutationQuery("update Contact set city = lastName")
                            .executeUpdate());
            assertRefused(
                    "FV-307",
                    () -> session.createNativeQuery("select lastName from Contact", String.class)
                            .getResultList());
            transaction.rollback();
        }
    }

    @Test
    void statelessSession_isCheckedAllTheSame() {
        try (@SuppressWarnings("try")
                        var scope = AccessScope.open(VIEWER);
                var session = jpa.sessionFactory().openStatelessSession()) {
            var transaction = session.beginTransaction();
            assertRefused(
                    "FV-307",
                    () -> session.createNativeMutationQuery("delete from Contact where lastName = 'Jansen'")
                            .executeUpdate());
            transaction.rollback();
        }
    }
}

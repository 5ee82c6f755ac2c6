package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fieldveil.hibernate.SchemaRows.Bytes;
import io.fieldveil.hibernate.SchemaRows.EveryKind;
import io.fieldveil.hibernate.SchemaRows.Reach;
import io.fieldveil.hibernate.SchemaRows.Texts;
import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;

/** The live schema: what is made is valid, what is not fit is refused with a statement that makes it fit. */
abstract class SchemaSuite extends StartSuite {

    private static final String LONG = "a".repeat(60) + "@" + "b".repeat(60) + ".example.org";

    SchemaSuite(TestDatabase server) {
        super(server);
    }

    /** Hibernate's quotes, as this database has them. */
    private String quoted(String ddl) {
        return server == TestDatabase.MARIADB || server == TestDatabase.MYSQL ? ddl : ddl.replace('`', '"');
    }

    private String bytes(int length) {
        return server == TestDatabase.POSTGRESQL ? "bytea" : "varbinary(" + length + ")";
    }

    /** Refused with this code; after the statement that the message gives, the same schema is accepted and used. */
    private void assertMended(String code, String words, Class<?>[] entities, String... ddl) throws SQLException {
        String message = refusal(describe(entities).validating(ddl)).getMessage();
        assertThat(message).contains(code + " ", words);
        int end = message.lastIndexOf(';');
        String statement = message.substring(message.lastIndexOf(": ", end) + 2, end);

        var mended = new ArrayList<>(List.of(ddl));
        mended.add(statement);
        try (var jpa =
                describe(entities).validating(mended.toArray(String[]::new)).open()) {
            if (entities[0] == Texts.class) {
                assertFindsText(jpa);
            } else {
                assertFindsBytes(jpa);
            }
        }
    }

    private static void assertFindsText(JpaFixture jpa) {
        jpa.inTransaction(session -> {
            var row = new Texts();
            row.id = 1L;
            row.mail = LONG;
            session.persist(row);
        });
        Long found = jpa.fromTransaction(session -> session.createQuery("from Texts t where t.mail = :m", Texts.class)
                .setParameter("m", LONG)
                .getSingleResult()
                .id);
        assertThat(found).isEqualTo(1);
    }

    private static void assertFindsBytes(JpaFixture jpa) {
        jpa.inTransaction(session -> {
            var row = new Bytes();
            row.id = 1L;
            row.reach = new Reach();
            row.reach.mail = LONG;
            session.persist(row);
        });
        Long found =
                jpa.fromTransaction(session -> session.createQuery("from Bytes b where b.reach.mail = :m", Bytes.class)
                        .setParameter("m", LONG)
                        .getSingleResult()
                        .id);
        assertThat(found).isEqualTo(1);
    }

    @Test
    void columnOfBytes_tooShort_isRefusedWithTheStatementThatWidensIt() throws SQLException {
        assumeThat(server).as("bytea has no length").isNotEqualTo(TestDatabase.POSTGRESQL);
        assertMended(
                "FV-125",
                "holds 40, but a ciphertext takes up to 381",
                new Class<?>[] {Bytes.class, Reach.class},
                quoted("create table `Some Bytes` (id bigint primary key, `Home Mail` varbinary(40) not null)"));
    }

    @Test
    void columnOfText_tooShort_isRefusedWithTheStatementThatWidensIt() throws SQLException {
        String collation = server == TestDatabase.MARIADB || server == TestDatabase.MYSQL ? " collate ascii_bin" : "";
        assertMended(
                "FV-125",
                "holds 100, but a ciphertext takes up to 512",
                new Class<?>[] {Texts.class},
                "create table Texts (id bigint primary key, mail varchar(100)" + collation + ")");
    }

    @Test
    void columnOfText_whereBytesAreExpected_isRefusedWithBothWaysOut() throws SQLException {
        assertMended(
                "FV-151",
                "Add storage = Storage.TEXT to @AutoHashed, or",
                new Class<?>[] {Bytes.class, Reach.class},
                quoted("create table `Some Bytes` (id bigint primary key, `Home Mail` varchar(512) not null)"));
    }

    /** Hibernate itself would make bytes of the text, which look like ciphertext. */
    @Test
    void columnOfText_whereBytesAreExpected_isRefusedBeforeHibernateChangesIt() throws SQLException {
        var table = quoted("create table `Some Bytes` (id bigint primary key, `Home Mail` varchar(512) not null)");
        var row = quoted("insert into `Some Bytes` (id, `Home Mail`) values (1, 'from.before@example.org')");
        for (String setting :
                List.of("hibernate.hbm2ddl.auto", "jakarta.persistence.schema-generation.database.action")) {
            assertThat(refusal(describe(Bytes.class, Reach.class)
                            .validating(table, row)
                            .setting("hibernate.hbm2ddl.auto", "none")
                            .setting(setting, "update")))
                    .hasMessageContaining("FV-151 ");
        }
    }

    @Test
    void columnTooShort_isWidenedByHibernateWhereItUpdates() throws SQLException {
        try (var jpa = describe(Bytes.class, Reach.class)
                .validating(quoted("create table `Some Bytes` (id bigint primary key, `Home Mail` " + bytes(40) + ")"))
                .setting("hibernate.hbm2ddl.auto", "update")
                .open()) {
            assertFindsBytes(jpa);
        }
    }

    @Test
    void columnOfBytes_whereTextIsExpected_isRefusedWithBothWaysOut() throws SQLException {
        assertMended(
                "FV-151",
                "Remove storage = Storage.TEXT, or",
                new Class<?>[] {Texts.class},
                "create table Texts (id bigint primary key, mail " + bytes(512) + ")");
    }

    @Test
    void columnOfFixedWidth_isRefused() throws SQLException {
        assertMended(
                "FV-151",
                "holds ciphertext as text",
                new Class<?>[] {Texts.class},
                "create table Texts (id bigint primary key, mail char(200))");
    }

    @Test
    void columnOfText_whoseCollationTakesLettersForEqual_isRefusedWithTheStatementThatChangesIt() throws SQLException {
        String table = "create table Texts (id bigint primary key, mail %s)";
        var texts = new Class<?>[] {Texts.class};
        if (server == TestDatabase.POSTGRESQL) {
            assertMended(
                    "FV-152",
                    "collation nocase",
                    texts,
                    "create collation nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
                    table.formatted("varchar(512) collate nocase"));
        } else if (server == TestDatabase.H2) {
            assertMended("FV-152", "ignorecase", texts, table.formatted("varchar_ignorecase(512)"));
        } else {
            assertMended(
                    "FV-152",
                    "alter table Texts modify column mail varchar(512) collate ascii_bin;",
                    texts,
                    table.formatted("varchar(512) character set utf8mb4 collate utf8mb4_general_ci"));
        }
    }

    @Test
    void schema_thatHibernateMakes_isUniqueValidAndWideEnough() throws SQLException {
        try (var jpa =
                describe(EveryKind.class, Texts.class, Bytes.class, Reach.class).open()) {
            jpa.inTransaction(session -> session.persist(every(1, "a@example.org", "one")));
            assertThatThrownBy(() -> jpa.inTransaction(session -> session.persist(every(2, "A@example.org", "two"))))
                    .isInstanceOf(ConstraintViolationException.class);
            assertThatThrownBy(() -> jpa.inTransaction(session -> session.persist(every(2, "b@example.org", "one"))))
                    .isInstanceOf(ConstraintViolationException.class);
            // Tokens of these differ in the case of letters at most times, and have to be told apart.
            for (int i = 10; i < 40; i++) {
                var row = every(i, i + "@example.org", "text " + i);
                jpa.inTransaction(session -> session.persist(row));
            }
            assertFindsText(jpa);
            assertFindsBytes(jpa);
            jpa.sessionFactory().getSchemaManager().validateMappedObjects();
        }
    }

    private static EveryKind every(long id, String email, String text) {
        var row = new EveryKind();
        row.id = id;
        row.email = email;
        row.tokenText = text;
        row.note = "n".repeat(1000);
        return row;
    }

    @Test
    void textColumn_thatHoldsPlaintextFromBefore_isNoCiphertextOfALostKeyset() throws SQLException {
        boolean collated = server == TestDatabase.MARIADB || server == TestDatabase.MYSQL;
        String table = "create table Texts (id bigint primary key, mail varchar(512)"
                + (collated ? " collate ascii_bin)" : ")");
        try (var jpa = describe(Texts.class)
                .validating(table, "insert into Texts (id, mail) values (2, 'old@example.org')")
                .open()) {
            assertFindsText(jpa);
        }
    }
}

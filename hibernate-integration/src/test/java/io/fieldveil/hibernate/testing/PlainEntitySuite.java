package io.fieldveil.hibernate.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The harness itself, on each database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PlainEntitySuite {

    private final TestDatabase server;
    private JpaFixture jpa;

    PlainEntitySuite(TestDatabase server) {
        this.server = server;
    }

    @BeforeAll
    void open() {
        jpa = JpaFixture.on(server)
                .entities(PlainNote.class)
                .setting("hibernate.jdbc.batch_size", 10)
                .secondLevelCache()
                .open();
    }

    @BeforeEach
    void empty() {
        jpa.truncate();
    }

    @AfterAll
    void close() throws SQLException {
        if (jpa != null) {
            jpa.close();
        }
    }

    @Test
    void rows_afterPersist_holdWhatWasTyped() {
        jpa.inTransaction(session -> session.persist(new PlainNote("grüße", new byte[] {1, 2})));

        List<Map<String, Object>> rows = jpa.rows("select text, attachment from PlainNote where text = ?", "grüße");

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row).contains(entry("text", "grüße"));
            assertThat(row.get("attachment")).isEqualTo(new byte[] {1, 2});
        });
    }

    @Test
    void statements_ofBatchedInserts_countEachBatchOnce() {
        jpa.inTransaction(session -> {
            for (int i = 0; i < 20; i++) {
                session.persist(new PlainNote("note " + i, new byte[0]));
            }
        });

        List<StatementLog.Execution> inserts = jpa.statements().executions().stream()
                .filter(execution -> execution.sql().startsWith("insert"))
                .toList();

        assertThat(inserts).extracting(StatementLog.Execution::batchSize).containsExactly(10, 10);
    }

    @Test
    void cacheContents_afterLoad_holdTheEntity() {
        Long id = jpa.fromTransaction(session -> {
            PlainNote note = new PlainNote("cached", new byte[0]);
            session.persist(note);
            return note.id;
        });
        jpa.inSession(session -> session.find(PlainNote.class, id));
        jpa.statements().clear();

        String text = jpa.fromSession(session -> session.find(PlainNote.class, id).text);

        assertThat(text).isEqualTo("cached");
        assertThat(jpa.statements().count()).isZero();
        assertThat(jpa.cacheContents())
                .anySatisfy(bytes -> assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .contains("cached"));
    }

    @Test
    void newDatabase_besideAnother_isEmpty() throws SQLException {
        jpa.inTransaction(session -> session.persist(new PlainNote("here", new byte[0])));

        try (JpaFixture other = JpaFixture.on(server).entities(PlainNote.class).open()) {
            assertThat(other.rows("select * from PlainNote")).isEmpty();
        }
        assertThat(jpa.rows("select * from PlainNote")).hasSize(1);
    }
}

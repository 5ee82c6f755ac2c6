package io.fieldveil.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.FieldveilException;
import io.fieldveil.TestDatabase;
import io.fieldveil.access.Purpose;
import io.fieldveil.crypto.KeyedHash;
import io.fieldveil.crypto.TestKeysets;
import io.fieldveil.jdbc.ConnectionSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisclosureAuditTest {

    @TempDir
    Path directory;

    private final TestDatabase database = new TestDatabase();
    private KeyedHash hash;
    private DisclosureAudit audit;

    @BeforeEach
    void makeAudit() {
        hash = KeyedHash.of(TestKeysets.in(directory), "");
        audit = newNode();
    }

    private DisclosureAudit newNode() {
        return DisclosureAudit.jdbc(database.connections(), hash);
    }

    private AuditVerification verify() {
        return AuditTrail.verify(database.connections(), hash);
    }

    private static Disclosure disclosure(String... ids) {
        return new Disclosure(
                DisclosureKind.LAST_MILE,
                "ann",
                Purpose.DATA_SUBJECT,
                "t",
                "mail",
                "Contact",
                List.of(ids),
                Set.of("email", "phone"));
    }

    @Test
    void intentAndOutcome_written_areIntactAndReadable() throws Exception {
        long intent = audit.intent(disclosure("1", "2\"é"));
        audit.outcome(intent, DisclosureOutcome.DELIVERED, 3);

        assertThat(verify()).satisfies(found -> {
            assertThat(found.intact()).isTrue();
            assertThat(found.rows()).isEqualTo(2);
            assertThat(found.lastSeq()).isEqualTo(2);
            assertThat(found.lastTag()).hasSize(74);
        });
        try (var connection = database.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select ids, attributes, principal from fieldveil_audit"
                        + " where outcome is null and kind = 'LAST_MILE'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("[\"1\",\"2\\\"\\u00e9\"]");
            assertThat(rows.getString(2)).isEqualTo("[\"email\",\"phone\"]");
            assertThat(rows.getString(3)).isEqualTo("ann");
        }
    }

    @Test
    void intent_tenThousandIds_areAllRecorded() {
        audit.intent(
                disclosure(IntStream.range(0, 10_000).mapToObj(i -> "id-" + i).toArray(String[]::new)));

        assertThat(verify().intact()).isTrue();
    }

    @Test
    void chain_longerThanAPage_isIntact() {
        for (int i = 0; i < 1_050; i++) {
            audit.outcome(1, DisclosureOutcome.FAILED, i);
        }

        assertThat(verify().intact()).isTrue();
        assertThat(verify().rows()).isEqualTo(1_050);
    }

    @Test
    void chain_manyThreadsOnTwoNodes_doesNotFork() throws Exception {
        var nodes = List.of(newNode(), newNode());
        var seqs = new ConcurrentSkipListSet<Long>();
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            var node = nodes.get(thread % 2);
            writers.add(() -> {
                for (int i = 0; i < 50; i++) {
                    seqs.add(node.intent(disclosure("1")));
                }
                return true;
            });
        }
        var pool = Executors.newFixedThreadPool(8);
        try {
            for (var done : pool.invokeAll(writers)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(seqs).hasSize(400);
        assertThat(verify().intact()).isTrue();
        assertThat(verify().lastSeq()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    at_millis = at_millis + 1
                    kind = 'REVEAL'
                    principal = 'bob'
                    principal = null
                    purpose = 'EXPORT'
                    tenant = 'u'
                    tenant = ''
                    recipient = 'sms'
                    entity = 'Person'
                    ids = '["7"]'
                    attributes = '["email"]'
                    intent_seq = 2
                    outcome = 'FAILED'
                    value_count = 0
                    previous_tag = tag
                    tag = previous_tag
                    """)
    void verify_everyColumnChanged_findsTheRow(String change) throws Exception {
        threeDisclosures();

        database.update("update fieldveil_audit set " + change + " where seq = 3");

        assertBad(3);
    }

    @ParameterizedTest
    @CsvSource({"intent_seq = 5", "outcome = 'FAILED'", "outcome = null", "value_count = 4", "value_count = null"})
    void verify_outcomeChanged_findsTheRow(String change) throws Exception {
        threeDisclosures();

        database.update("update fieldveil_audit set " + change + " where seq = 4");

        assertBad(4);
    }

    @Test
    void verify_rowRemoved_findsTheGap() throws Exception {
        threeDisclosures();
        database.update("delete from fieldveil_audit where seq = 3");

        assertBad(3);
        assertThat(verify().finding()).isEqualTo("A row was removed.");
    }

    @Test
    void verify_rowRemovedAndTheRestMovedUp_findsTheRow() throws Exception {
        threeDisclosures();
        database.update("delete from fieldveil_audit where seq = 3");
        for (int seq = 4; seq <= 6; seq++) {
            database.update("update fieldveil_audit set seq = " + (seq - 1) + " where seq = " + seq);
        }

        assertBad(3);
    }

    @Test
    void verify_rowsSwapped_findsTheFirst() throws Exception {
        threeDisclosures();
        database.update("update fieldveil_audit set seq = 100 where seq = 3");
        database.update("update fieldveil_audit set seq = 3 where seq = 5");
        database.update("update fieldveil_audit set seq = 5 where seq = 100");

        assertBad(3);
    }

    @Test
    void verify_endCutOff_findsTheFirstMissing() throws Exception {
        threeDisclosures();
        database.update("delete from fieldveil_audit where seq > 4");

        assertBad(5);
    }

    @Test
    void verify_endCutOffAndHeadPutBack_isFound() throws Exception {
        threeDisclosures();
        database.update("delete from fieldveil_audit where seq > 4");
        database.update(
                "update fieldveil_audit_head set seq = 4," + " tag = (select tag from fieldveil_audit where seq = 4)");

        assertBad(5);
        assertThat(verify().finding()).contains("head was changed");
    }

    @Test
    void verify_rowCopiedToTheEnd_isFound() throws Exception {
        threeDisclosures();
        copyRowTo(7);

        assertBad(7);
    }

    @Test
    void verify_rowCopiedBeforeTheStart_isFound() throws Exception {
        threeDisclosures();
        copyRowTo(-5);

        assertBad(-5);
        assertThat(verify().finding()).isEqualTo("A row was inserted.");
    }

    @Test
    void verify_rowAddedAfterTheHead_isFound() throws Exception {
        threeDisclosures();
        database.update("create table kept as select * from fieldveil_audit_head");
        audit.intent(disclosure("9"));
        database.update("delete from fieldveil_audit_head");
        database.update("insert into fieldveil_audit_head select * from kept");

        assertBad(7);
        assertThat(verify().finding()).startsWith("The head was put back");
    }

    @Test
    void verify_everythingRemovedButTheHead_isFound() throws Exception {
        threeDisclosures();
        database.update("delete from fieldveil_audit");

        assertBad(1);
    }

    @Test
    void verify_underAnotherKey_isFound() throws Exception {
        threeDisclosures();
        hash = KeyedHash.of(TestKeysets.in(directory), "other");

        assertBad(1);
    }

    @Test
    void intent_headRemovedOrChanged_isRefusedOnEveryNode() throws Exception {
        threeDisclosures();
        database.update("update fieldveil_audit_head set seq = 4");
        assertNotRecorded(audit, "head");

        database.update("delete from fieldveil_audit_head");
        assertNotRecorded(audit, "head");
        assertNotRecorded(newNode(), "head");
        assertBad(7);
        assertThat(database.count("fieldveil_audit")).isEqualTo(6);
    }

    @Test
    void intent_databaseUnreachable_isRefused() {
        var unreachable = DisclosureAudit.jdbc(
                () -> {
                    throw new SQLException("no database");
                },
                hash);

        assertNotRecorded(unreachable, "check the database connection");
    }

    @ParameterizedTest
    @CsvSource({
        "255, 128, 255, 255, true",
        "256, 0, 1, 1, false",
        "1, 129, 1, 1, false",
        "1, 0, 256, 1, false",
        "1, 0, 1, 256, false"
    })
    void disclosure_textsTooLong_areRefusedNotCut(int principal, int tenant, int recipient, int entity, boolean fits) {
        ThrowingCallable made = () -> audit.intent(new Disclosure(
                DisclosureKind.REVEAL,
                "p".repeat(principal),
                Purpose.DATA_SUBJECT,
                "t".repeat(tenant),
                "r".repeat(recipient),
                "e".repeat(entity),
                List.of(),
                Set.of()));
        if (fits) {
            assertThatCode(made).doesNotThrowAnyException();
            assertThat(verify().intact()).isTrue();
        } else {
            assertThatThrownBy(made).hasMessageStartingWith("FV-522");
        }
    }

    /** As a database does that ends a deadlock. */
    @ParameterizedTest
    @CsvSource({"40001, 4, true", "40P01, 4, true", "40001, 5, false", "23505, 1, false", ", 1, false"})
    void intent_rolledBackByTheDatabase_isTriedAgain(@Nullable String state, int times, boolean recorded) {
        audit.intent(disclosure("1"));
        var failures = new AtomicInteger(times);
        var flaky = DisclosureAudit.jdbc(
                new ConnectionSource() {
                    @Override
                    public Connection open() throws SQLException {
                        return database.open();
                    }

                    @Override
                    public <R extends @Nullable Object> R transact(int isolation, Work<R> work) throws SQLException {
                        return ConnectionSource.super.transact(isolation, connection -> {
                            R result = work.run(connection);
                            if (result instanceof Long && failures.getAndDecrement() > 0) {
                                throw new SQLException("rolled back", state);
                            }
                            return result;
                        });
                    }
                },
                hash);

        if (recorded) {
            assertThat(flaky.intent(disclosure("2"))).isEqualTo(2);
        } else {
            assertNotRecorded(flaky, "check the database connection");
        }
        assertThat(verify().intact()).isTrue();
        assertThat(verify().rows()).isEqualTo(recorded ? 2 : 1);
    }

    private void threeDisclosures() {
        for (int i = 0; i < 3; i++) {
            audit.outcome(audit.intent(disclosure("1", "2")), DisclosureOutcome.DELIVERED, 3);
        }
        assertThat(verify().intact()).isTrue();
    }

    private void copyRowTo(int seq) throws SQLException {
        String others = AuditTable.columnNames().substring("seq, ".length());
        database.update("insert into fieldveil_audit (seq, " + others + ") select " + seq + ", " + others
                + " from fieldveil_audit where seq = 6");
    }

    private void assertBad(long seq) {
        assertThat(verify().intact()).isFalse();
        assertThat(verify().firstBadSeq()).hasValue(seq);
    }

    private static void assertNotRecorded(DisclosureAudit audit, String hint) {
        assertThatThrownBy(() -> audit.intent(disclosure("1")))
                .isInstanceOfSatisfying(
                        FieldveilException.class, e -> assertThat(e.code()).isEqualTo("FV-521"))
                .hasMessageContaining(hint);
    }
}

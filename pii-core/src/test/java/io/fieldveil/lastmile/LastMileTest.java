package io.fieldveil.lastmile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.FieldveilException;
import io.fieldveil.TestDatabase;
import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessContextProvider;
import io.fieldveil.access.AccessScope;
import io.fieldveil.access.Purpose;
import io.fieldveil.audit.AuditTrail;
import io.fieldveil.audit.Disclosure;
import io.fieldveil.audit.DisclosureAudit;
import io.fieldveil.audit.DisclosureOutcome;
import io.fieldveil.crypto.CryptoCounter;
import io.fieldveil.crypto.FieldCipher;
import io.fieldveil.crypto.KeyedHash;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.crypto.TestKeysets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastMileTest {

    private static final Purpose CAMPAIGN = new Purpose("CAMPAIGN");
    private static final DisclosureRequest EMAIL = DisclosureRequest.of(CAMPAIGN, "mail", "email");

    /** A row as an entity would be: only sealed values. */
    record Contact(String entity, long id, SealedValue email) {}

    @TempDir
    Path directory;

    private final TestDatabase database = new TestDatabase();
    private final CryptoCounter counter = new CryptoCounter();
    private FieldCipher cipher;
    private KeyedHash hash;
    private LastMile lastMile;

    @BeforeEach
    void makeLastMile() {
        var keysets = TestKeysets.in(directory);
        cipher = FieldCipher.searchable(keysets, counter);
        hash = KeyedHash.of(keysets, "");
        lastMile = lastMile(DisclosureAudit.jdbc(database.connections(), hash));
    }

    private LastMile lastMile(DisclosureAudit audit) {
        return LastMile.of(this::read, cipher, audit, AccessContextProvider.none(), Set.of(CAMPAIGN));
    }

    private SealedRow read(Object row, Set<String> attributes) {
        var contact = (Contact) row;
        Map<String, Supplier<Object>> values = new HashMap<>();
        values.put("email", () -> text(contact.email()));
        values.put("income", () -> null);
        values.put("broken", () -> text(cipher.seal("", "other", new byte[0])));
        return new SealedRow(contact.entity(), String.valueOf(contact.id()), values);
    }

    private String text(SealedValue sealed) {
        return new String(cipher.open("", "email", sealed), StandardCharsets.UTF_8);
    }

    private Contact contact(long id) {
        return new Contact("Contact", id, seal("c" + id + "@example.org"));
    }

    private SealedValue seal(String text) {
        return cipher.seal("", "email", text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Contact> contacts(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(this::contact).toList();
    }

    @Test
    void many_inChunks_deliversAllAndDecryptsAsMany() throws Exception {
        List<String> sent = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();

        lastMile.many(new DisclosureRequest(CAMPAIGN, "mail", Set.of("email"), 4), contacts(10), rows -> {
            sizes.add(rows.size());
            rows.forEach(row -> sent.add(row.text("email").orElseThrow()));
        });

        assertThat(sizes).containsExactly(4, 4, 2);
        assertThat(sent).hasSize(10).startsWith("c1@example.org").endsWith("c10@example.org");
        assertThat(counter.decryptions()).isEqualTo(10);
        assertThat(trail("where outcome is null")).hasSize(3);
        assertThat(trail("where outcome = 'DELIVERED'")).hasSize(3);
        assertThat(trail("where value_count = 4")).hasSize(2);
        assertThat(AuditTrail.verify(database.connections(), hash).intact()).isTrue();
    }

    @Test
    void many_rowsOfTwoEntities_areDisclosedApart() throws Exception {
        var other = new Contact("Person", 3, seal("p@example.org"));

        lastMile.many(EMAIL, List.of(contact(1), contact(2), other), rows -> {});

        assertThat(trail("where entity = 'Contact' and ids = '[\"1\",\"2\"]'")).hasSize(1);
        assertThat(trail("where entity = 'Person' and ids = '[\"3\"]'")).hasSize(1);
    }

    @Test
    void many_noRows_recordsNothing() {
        lastMile.many(EMAIL, List.of(), rows -> {
            throw new AssertionError("no rows, no callback");
        });

        assertThat(counter.decryptions()).isZero();
    }

    @Test
    void many_callbackFailsInTheSecondChunk_opensNoThird() throws Exception {
        var request = new DisclosureRequest(CAMPAIGN, "mail", Set.of("email"), 2);
        var failure = new IllegalStateException("smtp is down");
        List<Long> delivered = new ArrayList<>();

        assertThatThrownBy(() -> lastMile.many(request, contacts(6), rows -> {
                    if (!delivered.isEmpty()) {
                        throw failure;
                    }
                    rows.forEach(row -> delivered.add(row.row().id()));
                }))
                .isSameAs(failure);

        assertThat(counter.decryptions()).isEqualTo(4);
        assertThat(trail("where outcome = 'DELIVERED' and value_count = 2")).hasSize(1);
        assertThat(trail("where outcome = 'FAILED' and value_count = 2")).hasSize(1);
        assertThat(trail("where outcome is null")).hasSize(2);
    }

    @Test
    void many_valueThatDoesNotOpen_isRecordedAsFailed() throws Exception {
        var moved = new Contact("Contact", 1, cipher.seal("", "phone", new byte[3]));

        assertCode("FV-402", () -> lastMile.many(EMAIL, List.of(contact(2), moved), rows -> {}));
        assertThat(trail("where outcome = 'FAILED' and value_count = 1")).hasSize(1);
    }

    @Test
    void one_withinTheCallback_seesTheValueAndTheRow() throws Exception {
        var contact = contact(1);

        String mail = lastMile.one(EMAIL, contact, row -> {
            assertThat(row.row()).isSameAs(contact);
            assertThat(row.toString()).doesNotContain("example.org");
            return "To: " + row.value("email", String.class).orElseThrow();
        });

        assertThat(mail).isEqualTo("To: c1@example.org");
        assertThat(counter.decryptions()).isEqualTo(1);
        assertThat(trail("where principal = 'nobody' and purpose = 'CAMPAIGN' and recipient = 'mail'"))
                .hasSize(1);
    }

    @Test
    void one_afterTheCallback_valuesAreGone() {
        OpenedRow<Contact> kept = lastMile.one(EMAIL, contact(1), row -> row);

        assertCode("FV-525", () -> kept.text("email"));
        assertCode("FV-525", () -> kept.value("email", String.class));
        assertThat(kept.row().id()).isEqualTo(1);
    }

    @Test
    void one_afterAFailedCallback_valuesAreGone() {
        List<OpenedRow<Contact>> kept = new ArrayList<>();

        assertThatThrownBy(() -> lastMile.one(EMAIL, contact(1), row -> {
                    kept.add(row);
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertCode("FV-525", () -> kept.get(0).text("email"));
    }

    @Test
    void one_nullValue_isEmptyAndNotCounted() throws Exception {
        var request = DisclosureRequest.of(CAMPAIGN, "mail", "income");

        boolean empty = lastMile.one(
                request, contact(1), row -> row.value("income", Integer.class).isEmpty());

        assertThat(empty).isTrue();
        assertThat(trail("where outcome = 'DELIVERED' and value_count = 0")).hasSize(1);
    }

    @Test
    void one_attributeNotAskedForOrOfAnotherType_isRefused() {
        lastMile.one(EMAIL, contact(1), row -> {
            assertCode("FV-526", () -> row.text("income"));
            assertCode("FV-527", () -> row.value("email", Integer.class));
            return true;
        });
    }

    @Test
    void one_unknownAttribute_isRefusedBeforeAnythingIsRecorded() {
        assertCode(
                "FV-526",
                () -> lastMile.one(DisclosureRequest.of(CAMPAIGN, "mail", "nonsense"), contact(1), row -> row));
        assertThat(counter.decryptions()).isZero();
    }

    @Test
    void one_unregisteredPurpose_opensNothing() {
        var request = DisclosureRequest.of(new Purpose("CURIOSITY"), "me", "email");

        assertThatThrownBy(() -> lastMile.one(request, contact(1), row -> row))
                .hasMessageStartingWith("FV-520")
                .hasMessageContaining("CAMPAIGN, DATA_SUBJECT");
        assertCode("FV-520", () -> lastMile.many(request, contacts(2), rows -> {}));
        assertCode("FV-520", () -> lastMile.many(request, List.of(), rows -> {}));
        assertCode("FV-520", () -> lastMile.token(request, "email", seal("a").token(), text -> text));
        assertThat(counter.decryptions()).isZero();
    }

    @Test
    void one_purposeDataSubject_isAlwaysRegistered() {
        String text = lastMile.one(
                DisclosureRequest.of(Purpose.DATA_SUBJECT, "self", "email"),
                contact(1),
                row -> row.text("email").orElseThrow());

        assertThat(text).isEqualTo("c1@example.org");
    }

    @Test
    void disclosure_auditFails_opensNothing() {
        var failing = lastMile(DisclosureAudit.jdbc(
                () -> {
                    throw new java.sql.SQLException("no database");
                },
                hash));

        assertCode("FV-521", () -> failing.one(EMAIL, contact(1), row -> row));
        assertCode("FV-521", () -> failing.many(EMAIL, contacts(3), rows -> {}));
        assertCode("FV-521", () -> failing.token(EMAIL, "email", seal("a").token(), text -> text));
        assertThat(counter.decryptions()).isZero();
    }

    @Test
    void disclosure_outcomeCannotBeRecorded_isAnErrorThatSaysSo() {
        var real = DisclosureAudit.jdbc(database.connections(), hash);
        var failing = lastMile(new DisclosureAudit() {
            @Override
            public long intent(Disclosure disclosure) {
                return real.intent(disclosure);
            }

            @Override
            public void outcome(long intentId, DisclosureOutcome outcome, int values) {
                throw new IllegalStateException("no database");
            }
        });

        assertCode("FV-528", () -> failing.one(EMAIL, contact(1), row -> true));
        assertThatThrownBy(() -> failing.one(EMAIL, contact(1), row -> {
                    throw new IllegalArgumentException("smtp is down");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasSuppressedException(new FieldveilException(
                        "FV-528", suppressedMessage(2), new IllegalStateException("no database")));
    }

    private static String suppressedMessage(long intent) {
        return Messages.noOutcome(intent, new IllegalStateException("no database"))
                .getMessage()
                .substring("FV-528 ".length());
    }

    @Test
    void token_ofTheContextsTenant_isOpenedAndRecorded() throws Exception {
        String token = cipher.seal("acme", "email", "x@example.org".getBytes(StandardCharsets.UTF_8))
                .token();
        var request = DisclosureRequest.of(CAMPAIGN, "mail");
        try (var scope = AccessScope.open(AccessContext.of("ann").withTenant("acme"))) {
            assertThat(scope).isNotNull();
            int length = lastMile.<Integer>token(request, "email", token, String::length);
            assertThat(length).isEqualTo(13);
            assertThat(trail("where attributes = '[\"email\"]'")).hasSize(1);
            assertThat(trail("where value_count = 1")).hasSize(1);
        }

        assertThat(trail("where entity = 'token' and tenant = 'acme' and principal = 'ann' and ids = '[\"" + token
                        + "\"]'"))
                .hasSize(1);
        assertCode("FV-402", () -> lastMile.token(request, "email", token, text -> text));
        assertThat(counter.decryptions()).isEqualTo(1);
    }

    @Test
    void trail_afterDisclosures_holdsNoValue() throws Exception {
        lastMile.many(EMAIL, contacts(3), rows -> {});

        try (var connection = database.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select * from fieldveil_audit")) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    assertThat(String.valueOf(rows.getString(i))).doesNotContain("example.org");
                }
            }
        }
    }

    @Test
    void request_notValid_isRefused() {
        assertCode("FV-524", () -> DisclosureRequest.of(CAMPAIGN, " ", "email"));
        assertCode("FV-524", () -> DisclosureRequest.of(CAMPAIGN, "r".repeat(256), "email"));
        assertCode("FV-524", () -> new DisclosureRequest(CAMPAIGN, "mail", Set.of("email"), 0));
        assertCode("FV-524", () -> new DisclosureRequest(CAMPAIGN, "mail", Set.of("email"), 10_001));
        for (int size : new int[] {1, 10_000}) {
            lastMile.many(
                    new DisclosureRequest(CAMPAIGN, "r".repeat(255), Set.of("email"), size), contacts(1), rows -> {});
        }
        assertCode("FV-524", () -> lastMile.many(DisclosureRequest.of(CAMPAIGN, "mail"), contacts(1), rows -> {}));
        assertCode(
                "FV-524",
                () -> LastMile.of(
                        this::read,
                        cipher,
                        DisclosureAudit.jdbc(database.connections(), hash),
                        AccessContextProvider.none(),
                        Set.of(Purpose.NONE)));
    }

    private List<Long> trail(String where) throws Exception {
        List<Long> seqs = new ArrayList<>();
        try (var connection = database.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select seq from fieldveil_audit " + where)) {
            while (rows.next()) {
                seqs.add(rows.getLong(1));
            }
        }
        return seqs;
    }

    private static void assertCode(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FieldveilException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageNotContaining("example.org");
    }
}

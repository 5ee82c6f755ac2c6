package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.access.Access;
import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessPolicy;
import io.fieldveil.access.AccessScope;
import io.fieldveil.access.AttributeRule;
import io.fieldveil.access.Decision;
import io.fieldveil.access.Purpose;
import io.fieldveil.annotations.Reveal;
import io.fieldveil.audit.AuditTrail;
import io.fieldveil.audit.AuditVerification;
import io.fieldveil.audit.DisclosureAudit;
import io.fieldveil.crypto.KeyedHash;
import io.fieldveil.hibernate.testing.TestDatabase;
import io.fieldveil.jdbc.ConnectionSource;
import io.fieldveil.keyset.KeyEncryptionKeySource;
import io.fieldveil.keyset.KeysetStore;
import io.fieldveil.keyset.Keysets;
import io.fieldveil.lastmile.DisclosureRequest;
import io.fieldveil.marking.CurrentMarkings;
import io.fieldveil.marking.MarkingStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.Session;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tagged regions are what docs/access.md, queries.md, writing.md and last-mile.md show. */
@SuppressWarnings("try") // scopes are there to be closed
class DocumentationSnippetsTest extends ProtectedSuite {

    private Long id;

    DocumentationSnippetsTest() {
        super(TestDatabase.H2, Contact.class, Home.class);
    }

    @BeforeEach
    void persistAlice() {
        var alice = new Contact("alice@example.org", "+4930901820", "Jansen");
        alice.income = 47_100;
        alice.note = "prefers letters";
        id = persist(alice);
    }

    // ---- access ------------------------------------------------------------------------------------------------

    @Test
    void scope_aroundALoad_decidesWhatItShows() {
        var sessionFactory = jpa.sessionFactory();
        // tag::scope[]
        String forAnn;
        try (var scope = AccessScope.open(AccessContext.of("ann", "VIEW_PII"))) {
            forAnn = sessionFactory.fromTransaction(session -> session.find(Contact.class, id).lastName);
        }
        String forNobody = sessionFactory.fromTransaction(session -> session.find(Contact.class, id).lastName);
        // end::scope[]

        assertThat(forAnn).isEqualTo("Jansen");
        assertThat(forNobody).startsWith("J").doesNotContain("ansen");
    }

    @Test
    void session_ofAnotherContext_isRefused() {
        var sessionFactory = jpa.sessionFactory();
        assertThatThrownBy(() -> {
                    // tag::one-context[]
                    try (Session session = sessionFactory.openSession()) {
                        try (var scope = AccessScope.open(AccessContext.of("ann", "VIEW_PII"))) {
                            session.find(Contact.class, id);
                        }
                        try (var scope = AccessScope.open(AccessContext.of("bob"))) {
                            session.find(Contact.class, id); // FV-503
                        }
                    }
                    // end::one-context[]
                })
                .hasMessageStartingWith("FV-503 ");
    }

    @Test
    void policy_narrowed_revealsLess() {
        // tag::policy[]
        AccessPolicy noSalaries = (context, attribute, access) ->
                attribute.attribute().equals("income") && access == Access.READ ? Decision.MASK : Decision.REVEAL;
        AccessPolicy policy = AccessPolicy.standard().and(noSalaries);
        // end::policy[]

        assertThat(policy.decide(ADMIN, masked("income"), Access.READ)).isEqualTo(Decision.MASK);
        assertThat(policy.decide(ADMIN, masked("lastName"), Access.READ)).isEqualTo(Decision.REVEAL);
        assertThat(policy.decide(VIEWER, masked("lastName"), Access.READ)).isEqualTo(Decision.MASK);
    }

    @Test
    void runtime_builtWithAPolicy_isWhatTheUnitObeysAndItsTrailIsVerified() throws SQLException {
        var dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:runtime;DB_CLOSE_DELAY=-1");
        var keyDirectory = Path.of("target", "development-key");
        AccessPolicy policy = AccessPolicy.standard().and((context, attribute, access) -> Decision.MASK);
        var settings = new HashMap<String, Object>();
        // tag::runtime[]
        ConnectionSource connections = ConnectionSource.of(dataSource);
        Keysets keysets = Keysets.of(KeyEncryptionKeySource.development(keyDirectory), KeysetStore.jdbc(connections));
        KeyedHash hash = KeyedHash.of(keysets, ""); // one trail and one table of markings for all tenants
        settings.put(
                "fieldveil.runtime",
                FieldveilRuntime.builder()
                        .keysets(keysets)
                        .audit(DisclosureAudit.jdbc(connections, hash))
                        .markings(CurrentMarkings.of(MarkingStore.jdbc(connections, hash), Duration.ofSeconds(2)))
                        .accessPolicy(policy)
                        .purposes(Set.of(new Purpose("PASSWORD_RESET")))
                        .phoneRegion("DE")
                        .build());
        // end::runtime[]
        var configuration = new Configuration()
                .addAnnotatedClasses(Contact.class, Home.class)
                .setProperty("hibernate.hbm2ddl.auto", "create")
                .setProperty("hibernate.cache.use_second_level_cache", "false");
        settings.put("hibernate.connection.datasource", dataSource);
        configuration.getProperties().putAll(settings);
        try (var factory = configuration.buildSessionFactory();
                var scope = AccessScope.open(ADMIN)) {
            var contact = new Contact("alice@example.org", null, "Jansen");
            factory.inTransaction(session -> session.persist(contact));
            String shown = factory.fromTransaction(session -> session.find(Contact.class, contact.id).lastName);
            assertThat(shown).startsWith("J").contains("•");
            Fieldveil.runtime(factory)
                    .lastMile()
                    .one(
                            DisclosureRequest.of(new Purpose("PASSWORD_RESET"), "smtp.example.org", "email"),
                            factory.fromTransaction(session -> session.find(Contact.class, contact.id)),
                            row -> row.text("email").orElseThrow());
        }
        // tag::verify[]
        AuditVerification found = AuditTrail.verify(connections, hash);
        String finding = found.intact() ? "intact up to row " + found.lastSeq() : found.finding();
        // end::verify[]
        assertThat(finding).isEqualTo("intact up to row 2");
    }

    @Test
    void shown_tellsAMaskFromAValue() {
        String forViewer = as(VIEWER, session -> label(session.find(Contact.class, id)));
        assertThat(forViewer).startsWith("J").endsWith(" (masked)");
        String forAdmin = as(ADMIN, session -> label(session.find(Contact.class, id)));
        assertThat(forAdmin).isEqualTo("Jansen");
    }

    private static String label(Contact contact) {
        // tag::shown[]
        boolean masked = Fieldveil.shown(contact, "lastName") != Decision.REVEAL;
        String label = contact.lastName + (masked ? " (masked)" : "");
        // end::shown[]
        return label;
    }

    private static AttributeRule masked(String attribute) {
        return new AttributeRule("Contact", attribute, false, true, false, Reveal.LAST_MILE_ONLY, "VIEW_PII");
    }

    // ---- queries -----------------------------------------------------------------------------------------------

    @Test
    void equality_takesPlaintextInAnySpelling() {
        run(VIEWER, session -> {
            // tag::equality[]
            List<Contact> found = session.createQuery(
                            "from Contact c where c.email = :email or c.phone in (:phones)", Contact.class)
                    .setParameter("email", " ALICE@example.org")
                    .setParameterList("phones", List.of("030 901820", "not a number"))
                    .getResultList();
            // end::equality[]
            assertThat(found).hasSize(1);
        });
    }

    @Test
    void token_isPlaintextUnlessItIsMeant() {
        String shown = as(VIEWER, session -> session.find(Contact.class, id).email);
        run(VIEWER, session -> {
            // tag::token[]
            var query = session.createQuery("select count(c) from Contact c where c.email = :email", Long.class);
            long asPlaintext = query.setParameter("email", shown).getSingleResult();
            long asToken = query.setParameter("email", Fieldveil.token(shown)).getSingleResult();
            // end::token[]
            assertThat(asPlaintext).isZero();
            assertThat(asToken).isEqualTo(1);
        });
    }

    @Test
    void order_ofCiphertext_isRefused() {
        assertThatThrownBy(() -> run(ADMIN, session -> {
                    // tag::refused[]
                    session.createQuery("from Contact c order by c.email", Contact.class)
                            .getResultList(); // FV-301
                    // end::refused[]
                }))
                .hasStackTraceContaining("FV-301 ");
    }

    @Test
    void maskedAttribute_inAQuery_needsPermissionOrSegmentation() {
        assertThatThrownBy(() -> run(VIEWER, DocumentationSnippetsTest::earners))
                .hasStackTraceContaining("FV-302 ");
        assertThat(as(ADMIN, DocumentationSnippetsTest::earners)).isEqualTo(1);

        AccessContext viewer = VIEWER;
        var sessionFactory = jpa.sessionFactory();
        // tag::segmentation[]
        long size;
        try (var scope = AccessScope.open(viewer.withPurpose(Purpose.SEGMENTATION))) {
            size = sessionFactory.fromTransaction(
                    session -> session.createQuery("select count(c) from Contact c where c.income > 40000", Long.class)
                            .getSingleResult());
        }
        // end::segmentation[]
        assertThat(size).isEqualTo(1);
    }

    private static long earners(Session session) {
        return session.createQuery("select count(c) from Contact c where c.income > 40000", Long.class)
                .getSingleResult();
    }

    @Test
    void nativeSql_ofAProtectedColumn_needsThePermission() {
        assertThatThrownBy(() -> run(VIEWER, DocumentationSnippetsTest::incomes))
                .hasStackTraceContaining("FV-307 ");
        assertThat(as(ADMIN, DocumentationSnippetsTest::incomes)).containsExactly(47_100);
    }

    private static List<Integer> incomes(Session session) {
        // tag::native[]
        List<String> cities = session.createNativeQuery("select c.city from Contact c", String.class)
                .getResultList(); // for everyone
        List<Integer> incomes = session.createNativeQuery("select c.income from Contact c", Integer.class)
                .getResultList(); // FV-307 without the permission
        // end::native[]
        assertThat(cities).hasSize(1);
        return incomes;
    }

    @Test
    void nativeSql_forEntities_isOpenedLikeAnyLoad() {
        run(ADMIN, session -> session.find(Contact.class, id).city = "Bonn");
        run(VIEWER, session -> {
            // tag::native-entity[]
            Contact contact = session.createNativeQuery(
                            "select c.* from Contact c where c.city = 'Bonn'", Contact.class)
                    .getSingleResult(); // lastName is a mask for those who may not see it
            // end::native-entity[]
            assertThat(contact.lastName).isEqualTo("J•••");
        });
    }

    @Test
    void fieldCodec_sealsForJdbcAndOpensInTheLastMile() throws SQLException {
        var entityManagerFactory = jpa.sessionFactory();
        var lastMile = Fieldveil.runtime(jpa.sessionFactory()).lastMile();
        var mailServer = new MailServer();
        var request = DisclosureRequest.of(new Purpose("PASSWORD_RESET"), "smtp.example.org", "email");
        try (var connection = jpa.database().connect();
                var statement = connection.prepareStatement("update Contact set email = ?, lastName = ?");
                var query = connection.prepareStatement("select id, email from Contact")) {
            // tag::codec-seal[]
            FieldCodec codec = Fieldveil.codec(entityManagerFactory);
            statement.setObject(1, codec.seal(Contact.class, "email", " Bob@example.org")); // bytes of ciphertext
            statement.setObject(2, codec.seal(Contact.class, "lastName", "Miller")); // masked only: the value itself
            // end::codec-seal[]
            statement.executeUpdate();
            try (var rows = query.executeQuery()) {
                rows.next();
                // tag::codec-open[]
                var row = codec.row(Contact.class, rows.getLong("id"), Map.of("email", rows.getBytes("email")));
                lastMile.one(
                        request,
                        row,
                        opened -> mailServer.reset(opened.text("email").orElseThrow()));
                // end::codec-open[]
            }
        }
        assertThat(mailServer.sent).containsExactly("bob@example.org");
    }

    // ---- writing -----------------------------------------------------------------------------------------------

    @Test
    void changedField_isSealedAtTheFlush() {
        // tag::typed[]
        run(VIEWER, session -> {
            Contact contact = session.find(Contact.class, id); // email is a token, lastName a mask
            contact.email = "alice@example.net"; // sealed when the session flushes
            contact.city = "Berlin"; // the untouched mask and token are not written
        });
        // end::typed[]
        run(ADMIN, session -> {
            var contact = session.find(Contact.class, id);
            assertThat(Fieldveil.matches(contact, "email", "alice@example.net")).isTrue();
            assertThat(contact.lastName).isEqualTo("Jansen");
        });
    }

    @Test
    void maskedAttribute_changedWithoutPermission_isRefused() {
        assertThatThrownBy(() -> {
                    // tag::masked-write[]
                    run(VIEWER, session -> session.find(Contact.class, id).lastName = "Smith"); // FV-203
                    // end::masked-write[]
                })
                .hasStackTraceContaining("FV-203 ");
        // tag::data-subject[]
        run(VIEWER.withPurpose(Purpose.DATA_SUBJECT), session -> session.find(Contact.class, id).lastName = "Smith");
        // end::data-subject[]
        assertThat(jpa.rows("select lastName from Contact").get(0)).containsEntry("lastname", "Smith");
    }

    @Test
    void maskThatIsMeant_isAssigned() {
        var form = new Contact();
        form.id = id;
        form.version = as(ADMIN, session -> session.find(Contact.class, id).version);
        form.email = "alice@example.org";
        form.income = 40_000;
        form.lastName = "Jansen";
        assertThatThrownBy(() -> run(ADMIN, session -> session.merge(form))).hasStackTraceContaining("FV-204 ");

        // tag::assign[]
        run(ADMIN, session -> {
            Contact contact = session.find(Contact.class, id); // income is 47,100, its mask 40,000
            Fieldveil.assign(contact, "income", 40_000); // 40,000 is meant
        });
        // end::assign[]
        assertThat(jpa.rows("select income from Contact").get(0)).containsEntry("income", 40_000);
    }

    @Test
    void matches_comparesWithoutOpening() {
        run(VIEWER, session -> {
            Contact contact = session.find(Contact.class, id);
            long before = counter().decryptions();
            // tag::matches[]
            boolean same = Fieldveil.matches(contact, "email", "Alice@Example.ORG");
            // end::matches[]
            assertThat(same).isTrue();
            assertThat(counter().decryptions()).isEqualTo(before);
        });
    }

    // ---- last mile ---------------------------------------------------------------------------------------------

    @Test
    void many_handsValuesToACallback() {
        var entityManagerFactory = jpa.sessionFactory();
        var mailServer = new MailServer();
        run(VIEWER, session -> {
            List<Contact> contacts =
                    session.createQuery("from Contact", Contact.class).getResultList();
            // tag::many[]
            var lastMile = Fieldveil.runtime(entityManagerFactory).lastMile();
            var request = DisclosureRequest.of(new Purpose("CAMPAIGN"), "smtp.example.org", "email", "lastName");
            lastMile.many(request, contacts, chunk -> {
                for (var row : chunk) {
                    mailServer.send(row.text("email").orElseThrow(), row.text("lastName"));
                }
            });
            // end::many[]
            assertThat(contacts.get(0).email).startsWith("fv1.");
        });
        assertThat(mailServer.sent).containsExactly("alice@example.org");
        assertThat(jpa.rows("select purpose from fieldveil_audit"))
                .extracting(row -> row.get("purpose"))
                .contains("CAMPAIGN");
    }

    @Test
    void one_returnsWhatTheCallbackMade() {
        var lastMile = Fieldveil.runtime(jpa.sessionFactory()).lastMile();
        var mailServer = new MailServer();
        run(VIEWER, session -> {
            Contact contact = session.find(Contact.class, id);
            // tag::one[]
            var request = DisclosureRequest.of(new Purpose("PASSWORD_RESET"), "smtp.example.org", "email");
            boolean accepted = lastMile.one(
                    request, contact, row -> mailServer.reset(row.text("email").orElseThrow()));
            // end::one[]
            assertThat(accepted).isTrue();
        });
    }

    @Test
    void token_opensInItsDomain() {
        var lastMile = Fieldveil.runtime(jpa.sessionFactory()).lastMile();
        var mailServer = new MailServer();
        String token = as(VIEWER, session -> session.find(Contact.class, id).email);
        // tag::by-token[]
        var request = DisclosureRequest.of(new Purpose("PASSWORD_RESET"), "smtp.example.org");
        boolean accepted = lastMile.token(request, "email", token, address -> mailServer.reset(address));
        // end::by-token[]
        assertThat(accepted).isTrue();
        assertThat(mailServer.sent).containsExactly("alice@example.org");
    }

    @Test
    void purpose_thatIsNotRegistered_opensNothing() {
        var lastMile = Fieldveil.runtime(jpa.sessionFactory()).lastMile();
        long before = counter().decryptions();
        var request = DisclosureRequest.of(new Purpose("CURIOSITY"), "screen");
        assertThatThrownBy(() -> lastMile.token(request, "email", "fv1.AAAA", address -> address))
                .hasMessageStartingWith("FV-520 ");
        assertThat(counter().decryptions()).isEqualTo(before);
    }

    /** Stands for whoever receives. */
    private static final class MailServer {
        private final List<String> sent = new ArrayList<>();

        void send(String address, Optional<String> name) {
            assertThat(name).contains("Jansen");
            sent.add(address);
        }

        boolean reset(String address) {
            return sent.add(address);
        }
    }
}

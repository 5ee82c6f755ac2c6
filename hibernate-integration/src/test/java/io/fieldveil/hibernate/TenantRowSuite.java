package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.access.Purpose;
import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.hibernate.TenantRows.Account;
import io.fieldveil.hibernate.TenantRows.Business;
import io.fieldveil.hibernate.TenantRows.Member;
import io.fieldveil.hibernate.testing.JpaFixtureBuilder;
import io.fieldveil.hibernate.testing.TestDatabase;
import io.fieldveil.lastmile.DisclosureRequest;
import io.fieldveil.marking.Markings;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.TenantId;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tenants in one table, told apart by {@code @TenantId}: each has keys of its own. */
@SuppressWarnings("try") // scopes are there to be closed
abstract class TenantRowSuite extends ProtectedSuite {

    private static final String ALICE = "alice@example.org";
    private static final DisclosureRequest RESET =
            DisclosureRequest.of(new Purpose("PASSWORD_RESET"), "mail server", "email");

    TenantRowSuite(TestDatabase server) {
        super(server, Member.class, Account.class, Business.class, Visit.class);
    }

    @Override
    JpaFixtureBuilder describe() {
        return super.describe().setting("hibernate.tenant_identifier_resolver", new CurrentTenant());
    }

    private <R extends @Nullable Object> R in(String tenant, Function<Session, R> work) {
        return CurrentTenant.with(tenant, () -> as(VIEWER, work));
    }

    private boolean finds(String tenant, Function<Session, @Nullable Object> work) {
        return in(tenant, work) != null;
    }

    private void runIn(String tenant, Consumer<Session> work) {
        in(tenant, session -> {
            work.accept(session);
            return true;
        });
    }

    private Long member(String tenant, String email, String note) {
        return in(tenant, session -> {
                    var member = new Member(email, note);
                    session.persist(member);
                    return member;
                })
                .id;
    }

    private static @Nullable Member byEmail(Session session, String email) {
        return session.createQuery("from Member m where m.email = :e", Member.class)
                .setParameter("e", email)
                .getSingleResultOrNull();
    }

    private @Nullable Object email(Long id) {
        return jpa.rows("select email from Member where id = " + id).get(0).get("email");
    }

    // ---- keys of its own -----------------------------------------------------------------------------------------

    @Test
    void address_ofTwoTenants_isStoredDifferentlyAndTakenOnlyWithinEach() {
        Long acme = member("acme", ALICE, "n");
        Long bolt = member("bolt", ALICE, "n");

        assertThat(email(acme)).isNotEqualTo(email(bolt));
        assertThatThrownBy(() -> member("acme", " Alice@Example.ORG", "n"))
                .isInstanceOf(org.hibernate.exception.ConstraintViolationException.class);
        for (String tenant : new String[] {"acme", "bolt"}) {
            Long found = in(tenant, session -> byEmail(session, ALICE)).id;
            assertThat(found).isEqualTo(tenant.equals("acme") ? acme : bolt);
            assertThat(jpa.rows("select * from fieldveil_keyset where tenant = ?", tenant))
                    .hasSizeGreaterThanOrEqualTo(2);
        }
        assertThat(jpa.rows("select * from fieldveil_keyset where tenant = '' and purpose <> 'AUDIT'"))
                .isEmpty();
    }

    @Test
    void ciphertext_copiedFromAnotherTenantsRow_doesNotOpenAndIsNotFound() {
        Long acme = member("acme", ALICE, "likes tea");
        Long bolt = member("bolt", "bob@example.org", "likes beer");
        copy("email", acme, bolt);

        assertThat(finds("bolt", session -> byEmail(session, ALICE))).isFalse();
        assertThat(finds("bolt", session -> byEmail(session, "bob@example.org")))
                .isFalse();
        Member shown = in("bolt", session -> session.find(Member.class, bolt));
        assertThat(shown.email).startsWith("fv1.");
        assertRefused(
                "FV-402",
                () -> runIn(
                        "bolt",
                        session -> Fieldveil.runtime(jpa.sessionFactory())
                                .lastMile()
                                .one(RESET, session.find(Member.class, bolt), row -> row.text("email"))));
        assertRefused(
                "FV-402",
                () -> runIn(
                        "bolt",
                        session -> Fieldveil.runtime(jpa.sessionFactory())
                                .lastMile()
                                .token(RESET, "email", shown.email, text -> text)));

        copy("note", acme, bolt);
        assertRefused("FV-402", () -> in("bolt", session -> session.find(Member.class, bolt)));
        assertRefused(
                "FV-402",
                () -> in(
                        "bolt",
                        session ->
                                session.createQuery("from Member", Member.class).getResultList()));
    }

    private void copy(String column, Long from, Long to) {
        Object value = jpa.rows("select " + column + " from Member where id = " + from)
                .get(0)
                .get(column);
        jpa.execute("update Member set " + column + " = null where id = " + from);
        jpa.execute("update Member set " + column + " = ? where id = " + to, value);
    }

    @Test
    void token_ofAnotherTenant_isRefusedWherePostedAndFindsNothing() {
        member("acme", ALICE, "n");
        Long bolt = member("bolt", ALICE, "n");
        String token = in("acme", session -> byEmail(session, ALICE)).email;

        assertRefused("FV-201", () -> runIn("bolt", session -> session.find(Member.class, bolt).email = token));
        assertRefused("FV-201", () -> member("bolt", token, "n"));
        assertThat(finds("bolt", session -> byEmail(session, Fieldveil.token(token))))
                .isFalse();
    }

    @Test
    void caches_areEachTenantsOwn() {
        Long acme = in("acme", session -> {
                    var account = new Account(ALICE);
                    session.persist(account);
                    return account;
                })
                .id;
        for (int i = 0; i < 2; i++) {
            assertThat(finds("acme", session -> session.find(Account.class, acme)))
                    .isTrue();
            assertThat(finds("bolt", session -> session.find(Account.class, acme)))
                    .isFalse();
            assertThat(finds("acme", TenantRowSuite::byLogin)).isTrue();
            assertThat(finds("bolt", TenantRowSuite::byLogin)).isFalse();
            assertThat(in("acme", TenantRowSuite::logins)).isEqualTo(1);
            assertThat(in("bolt", TenantRowSuite::logins)).isZero();
        }
    }

    @SuppressWarnings("deprecation")
    private static @Nullable Account byLogin(Session session) {
        return session.bySimpleNaturalId(Account.class).load(ALICE);
    }

    private static int logins(Session session) {
        return session.createQuery("select a.login from Account a where a.login = :l", String.class)
                .setParameter("l", ALICE)
                .setCacheable(true)
                .getResultList()
                .size();
    }

    @Test
    void statements_inBulk_writeAndCompareUnderTheirTenantsKeys() {
        Long acme = member("acme", ALICE, "n");
        Long bolt = member("bolt", ALICE, "n");
        Object before = email(acme);

        int changed = in(
                "bolt",
                session -> session.createMutationQuery(
                                "update Member m set m.email = 'b@example.org'" + " where m.email = :e")
                        .setParameter("e", ALICE)
                        .executeUpdate());

        assertThat(changed).isEqualTo(1);
        assertThat(email(acme)).isEqualTo(before);
        assertThat(in("bolt", session -> byEmail(session, "b@example.org")).id).isEqualTo(bolt);
        String literal = "select count(*) from Member m where m.email = 'alice@example.org'";
        // Hibernate keeps no plan where its filter is on, so that the literal is sealed for each.
        for (String tenant : List.of("acme", "bolt")) {
            Long found = in(
                    tenant, session -> session.createQuery(literal, Long.class).getSingleResult());
            assertThat(found).isEqualTo(tenant.equals("acme") ? 1 : 0);
        }
    }

    @Test
    void statelessSession_sealsAndShowsUnderItsTenantsKeys() {
        Long acme = CurrentTenant.with(
                "acme",
                () -> stateless(session -> {
                    var member = new Member(ALICE, "n");
                    session.insert(member);
                    return member.id;
                }));

        assertThat(in("acme", session -> byEmail(session, ALICE)).id).isEqualTo(acme);
        Member other = CurrentTenant.with("bolt", () -> stateless(session -> session.get(Member.class, acme)));
        assertThat(other).isNull();
        assertThat(CurrentTenant.with("acme", () -> stateless(session -> session.get(Member.class, acme))).email)
                .startsWith("fv1.");
        assertRefused(
                "FV-422",
                () -> CurrentTenant.with(
                        "acme",
                        () -> within(
                                VIEWER.withTenant("bolt"),
                                () -> stateless(session -> session.get(Member.class, acme)))));
    }

    private <R extends @Nullable Object> R stateless(Function<StatelessSession, R> work) {
        return jpa.sessionFactory().fromStatelessTransaction(work);
    }

    private static <R extends @Nullable Object> R within(AccessContext context, Supplier<R> work) {
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(context)) {
            return work.get();
        }
    }

    // ---- no tenant, another tenant, the root tenant ---------------------------------------------------------------

    @Test
    void context_thatNamesTheTenant_agreesWithTheSession() {
        Long id = member("acme", ALICE, "likes tea");
        var sessionFactory = jpa.sessionFactory();
        // tag::context[]
        String note;
        try (var scope = AccessScope.open(
                        AccessContext.of("nightly job", "VIEW_PII").withTenant("acme"));
                var session = sessionFactory
                        .withOptions()
                        .tenantIdentifier((Object) "acme")
                        .openSession()) {
            note = session.find(Member.class, id).note;
        }
        // end::context[]

        assertThat(note).isEqualTo("likes tea");
    }

    private <R extends @Nullable Object> R session(String tenant, Function<Session, R> work) {
        try (var session = jpa.sessionFactory()
                .withOptions()
                .tenantIdentifier((Object) tenant)
                .openSession()) {
            var transaction = session.beginTransaction();
            R result = work.apply(session);
            transaction.commit();
            return result;
        }
    }

    @Test
    void withoutATenant_tokensAreShownAndNothingIsSealedOrOpened() {
        Long id = member("acme", ALICE, null);
        Long withNote = member("acme", "bob@example.org", "likes tea");

        Member shown = session("acme", session -> session.find(Member.class, id));
        assertThat(shown.email).startsWith("fv1.");
        assertRefused("FV-421", () -> session("acme", session -> session.find(Member.class, withNote)));
        assertRefused("FV-421", () -> session("acme", session -> byEmail(session, ALICE)));
        assertRefused(
                "FV-421",
                () -> session("acme", session -> {
                    session.persist(new Member("carol@example.org", null));
                    return true;
                }));
        assertRefused(
                "FV-421",
                () -> session("acme", session -> {
                    session.find(Member.class, id).note = "typed";
                    return true;
                }));
        assertThatThrownBy(() -> Fieldveil.runtime(jpa.sessionFactory())
                        .lastMile()
                        .token(RESET, "email", shown.email, text -> text))
                .satisfies(Refusals.with("FV-421", "withTenant", "CurrentTenantIdentifierResolver"));
        Member found = within(VIEWER.withTenant("acme"), () -> session("acme", session -> byEmail(session, ALICE)));
        assertThat(found.id).isEqualTo(id);
    }

    @Test
    void session_ofAnotherTenantThanTheContext_isRefused() {
        Long id = member("acme", ALICE, null);
        in("acme", session -> {
            session.persist(new Account(ALICE));
            return true;
        });
        var bolt = VIEWER.withTenant("bolt");

        for (Function<Session, @Nullable Object> work : List.<Function<Session, @Nullable Object>>of(
                session -> session.find(Member.class, id),
                session -> byEmail(session, ALICE),
                TenantRowSuite::byLogin,
                session -> session.createQuery("select m.email from Member m", String.class)
                        .getResultList(),
                session -> session.createMutationQuery("update Member m set m.email = 'x@example.org'")
                        .executeUpdate(),
                session -> {
                    session.persist(new Member("carol@example.org", null));
                    return true;
                })) {
            assertThatThrownBy(() -> CurrentTenant.with("acme", () -> as(bolt, work)))
                    .satisfies(Refusals.with("FV-422", "for the same tenant"));
        }
        assertThat(jpa.rows("select * from Member")).hasSize(1);
    }

    @Test
    void value_typedUnderOneTenant_isNotWrittenForAnother() {
        var typed = new Member(ALICE, null);
        in("acme", session -> {
            session.persist(typed);
            return true;
        });
        typed.id = null;
        typed.tenant = null;

        assertRefused("FV-503", () -> in("bolt", session -> session.merge(typed)));
        assertRefused("FV-503", () -> in(CurrentTenant.ROOT, session -> session.merge(typed)));
        assertThat(jpa.rows("select * from Member")).hasSize(1);
    }

    @Test
    void rootTenant_seesTokensOfAllRowsAndHasNoKeys() {
        Long acme = member("acme", ALICE, null);
        Long bolt = member("bolt", ALICE, null);

        var tokens = in(
                CurrentTenant.ROOT,
                session -> session.createQuery("from Member m order by m.id", Member.class)
                        .getResultList());
        assertThat(tokens).extracting(member -> member.id).containsExactly(acme, bolt);
        assertThat(tokens).extracting(member -> member.email).allMatch(token -> token.startsWith("fv1."));
        assertRefused("FV-421", () -> in(CurrentTenant.ROOT, session -> byEmail(session, ALICE)));
        assertRefused(
                "FV-421",
                () -> runIn(CurrentTenant.ROOT, session -> session.find(Member.class, acme).email = "eve@example.org"));
        assertRefused(
                "FV-422",
                () -> CurrentTenant.with(
                        CurrentTenant.ROOT,
                        () -> as(VIEWER.withTenant("acme"), session -> session.find(Member.class, acme))));
        assertThat(jpa.rows("select * from fieldveil_keyset where tenant = ?", CurrentTenant.ROOT))
                .isEmpty();
    }

    // ---- lost keysets ----------------------------------------------------------------------------------------------

    @Test
    void keyset_ofATenantWhoseValuesAreStored_isNotMadeAnew() {
        Long id = member("acme", ALICE, null);
        Object token = email(id);
        jpa.execute("delete from Member where id = " + id);
        jpa.execute("insert into Member (id, tenant, email) values (-1, 'lost', ?)", token);

        assertThatThrownBy(() -> member("lost", "new@example.org", null))
                .satisfies(Refusals.with("FV-423", "'email'", "'lost'", "backup"));
        assertThat(jpa.rows("select * from fieldveil_keyset where tenant = 'lost'"))
                .isEmpty();
        assertThat(member("fresh", "new@example.org", null)).isNotNull();
    }

    @Test
    void keyset_ofATenantWhoseValuesAreStoredInATableWithoutItsColumn_isNotMadeAnew() {
        jpa.execute("insert into Account (id, tenant) values (-1, 'lost2')");
        jpa.execute("insert into Business (id, vatNumber) values (-1, ?)", new byte[] {1, 2});

        assertRefused("FV-423", () -> business("lost2"));
        business("fresh2");
    }

    @Entity(name = "Visit")
    @Audited
    static class Visit {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @TenantId
        String tenant;

        @AutoHashed(value = PiiType.TEXT, domain = "visitor")
        String visitor;
    }

    @Test
    void keyset_ofATenantWhoseValuesTheHistoryHolds_isNotMadeAnew() {
        jpa.execute("insert into REVINFO (REV, REVTSTMP) values (-1, 0)");
        jpa.execute(
                "insert into Visit_AUD (id, REV, REVTYPE, tenant, visitor) values (-1, -1, 0, 'lost3', ?)",
                new byte[] {1, 2});

        assertRefused("FV-423", () -> visit("lost3"));
        visit("fresh3");
    }

    private void visit(String tenant) {
        runIn(tenant, session -> {
            var visit = new Visit();
            visit.visitor = "ann";
            session.persist(visit);
        });
    }

    private void business(String tenant) {
        runIn(tenant, session -> {
            var business = new Business();
            business.vatNumber = "DE 123";
            session.persist(business);
        });
    }

    @Test
    void audit_recordsTheTenantThatHibernateNames() {
        Long id = member("acme", ALICE, null);
        runIn(
                "acme",
                session -> Fieldveil.runtime(jpa.sessionFactory())
                        .lastMile()
                        .one(RESET, session.find(Member.class, id), row -> row.text("email")));

        assertThat(jpa.rows("select tenant from fieldveil_audit where kind <> 'OUTCOME' order by seq desc")
                        .get(0)
                        .get("tenant"))
                .isEqualTo("acme");
    }

    // ---- markings ------------------------------------------------------------------------------------------------

    @Test
    void marking_withoutATenantOrOfAnother_isNotChanged() {
        var markings = Fieldveil.runtime(jpa.sessionFactory()).markings();
        var marker = AccessContext.of("marker", "VIEW_PII", Markings.MARK_PII);
        try (var scope = AccessScope.open(marker)) {
            var seen = CurrentTenant.with("acme", () -> markings.of(Member.class, "note"));

            assertRefused("FV-421", () -> markings.unmark(Member.class, "note"));
            assertRefused("FV-504", () -> CurrentTenant.with("bolt", () -> markings.change(seen, false)));
        }
        assertThat(jpa.rows("select * from fieldveil_marking")).isEmpty();
    }
}

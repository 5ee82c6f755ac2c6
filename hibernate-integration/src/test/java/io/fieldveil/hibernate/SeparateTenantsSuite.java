package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.access.Purpose;
import io.fieldveil.hibernate.testing.TestDatabase;
import io.fieldveil.lastmile.DisclosureRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tenants with tables of their own: their keysets and the trail are where what belongs to none is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SeparateTenantsSuite {

    private static final String ALICE = "alice@example.org";

    private final TestDatabase server;
    private final SeparateTenants.Way way;
    private SeparateTenants tenants;
    private SessionFactory factory;

    SeparateTenantsSuite(TestDatabase server, SeparateTenants.Way way) {
        this.server = server;
        this.way = way;
    }

    @BeforeAll
    void open() throws SQLException {
        tenants = way.of(server, "acme", "bolt", "lost");
        factory = tenants.open(SeparateTenantsSuite::configuration);
    }

    private static Configuration configuration() {
        var configuration = new Configuration()
                .addAnnotatedClass(Contact.class)
                .addAnnotatedClass(Home.class)
                .setProperty(FieldveilSettings.KEY_SOURCE, "development")
                .setProperty(FieldveilSettings.PHONE_REGION, "DE")
                .setProperty(FieldveilSettings.PURPOSES, "PASSWORD_RESET")
                .setProperty("hibernate.cache.use_second_level_cache", "false");
        configuration
                .getProperties()
                .put(FieldveilSettings.DEVELOPMENT_DIRECTORY, Path.of("target", "development-key"));
        return configuration;
    }

    @AfterAll
    void close() throws SQLException {
        if (factory != null) {
            factory.close();
        }
        tenants.drop();
    }

    private <R extends @Nullable Object> R in(String tenant, Function<Session, R> work) {
        return CurrentTenant.with(tenant, () -> as(ProtectedSuite.ADMIN, work));
    }

    private <R extends @Nullable Object> R as(AccessContext context, Function<Session, R> work) {
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(context)) {
            return factory.fromTransaction(work);
        }
    }

    private Long persist(String tenant) {
        return in(tenant, session -> {
                    var contact = new Contact(ALICE, null, "Jansen");
                    contact.note = "likes tea";
                    session.persist(contact);
                    return contact;
                })
                .id;
    }

    private static List<Object> column(Connection opened, String sql) throws SQLException {
        var values = new ArrayList<Object>();
        try (Connection connection = opened;
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                values.add(rows.getObject(1));
            }
        }
        return values;
    }

    private static void execute(Connection opened, String sql, Object... parameters) throws SQLException {
        try (Connection connection = opened;
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    private static @Nullable Contact byEmail(Session session) {
        return session.createQuery("from Contact c where c.email = :e", Contact.class)
                .setParameter("e", ALICE)
                .getSingleResultOrNull();
    }

    @AfterEach
    void empty() throws SQLException {
        for (String tenant : tenants.tenants()) {
            execute(tenants.connect(tenant), "delete from Contact");
        }
    }

    @Test
    void tenants_eachInItsDatabase_haveKeysetsInTheCentralOne() throws SQLException {
        Long acme = persist("acme");
        Long bolt = persist("bolt");

        assertThat(in("acme", SeparateTenantsSuite::byEmail).id).isEqualTo(acme);
        assertThat(in("bolt", SeparateTenantsSuite::byEmail).id).isEqualTo(bolt);
        assertThat(column(tenants.connect("acme"), "select email from Contact").get(0))
                .isNotEqualTo(column(tenants.connect("bolt"), "select email from Contact")
                        .get(0));
        assertThat(column(
                        tenants.central().connect(),
                        "select distinct tenant from fieldveil_keyset where purpose <> 'AUDIT'"))
                .contains("acme", "bolt")
                .doesNotContain("");
        in(
                "acme",
                session -> Fieldveil.runtime(factory)
                        .lastMile()
                        .one(
                                DisclosureRequest.of(new Purpose("PASSWORD_RESET"), "mail server", "email"),
                                session.find(Contact.class, acme),
                                row -> row.text("email")));
        assertThat(column(tenants.central().connect(), "select tenant from fieldveil_audit where tenant is not null"))
                .contains("acme");
    }

    @Test
    void literal_sealedForOneTenant_isRefusedToAnother() {
        persist("acme");
        String literal = "select count(*) from Contact c where c.email = 'alice@example.org'";

        Long found =
                in("acme", session -> session.createQuery(literal, Long.class).getSingleResult());
        assertThat(found).isEqualTo(1);
        assertRefused(
                "FV-308",
                () -> in(
                        "bolt",
                        session -> session.createQuery(literal, Long.class).getSingleResult()));
    }

    @Test
    void literal_sealedForAnotherTenantThanTheSessions_isRefused() {
        persist("acme");
        String literal = "select count(*) from Contact c where c.email <> 'bob@example.org'";

        assertRefused(
                "FV-422",
                () -> CurrentTenant.with(
                        "acme",
                        () -> as(
                                ProtectedSuite.ADMIN.withTenant("bolt"),
                                session ->
                                        session.createQuery(literal, Long.class).getSingleResult())));
    }

    @Test
    void ciphertext_copiedFromAnotherTenantsDatabase_doesNotOpenAndIsNotFound() throws SQLException {
        Long acme = persist("acme");
        Long bolt = persist("bolt");
        for (String column : List.of("email", "note")) {
            execute(
                    tenants.connect("bolt"),
                    "update Contact set " + column + " = ? where id = " + bolt,
                    column(tenants.connect("acme"), "select " + column + " from Contact where id = " + acme)
                            .get(0));
        }

        assertRefused("FV-402", () -> in("bolt", session -> session.find(Contact.class, bolt)));
        execute(tenants.connect("bolt"), "update Contact set note = null where id = " + bolt);
        boolean found = in("bolt", SeparateTenantsSuite::byEmail) != null;
        assertThat(found).isFalse();
    }

    @Test
    void keyset_ofATenantInWhoseDatabaseValuesAreStored_isNotMadeAnew() throws SQLException {
        execute(tenants.connect("lost"), "insert into Contact (id, version, email) values (-1, 0, ?)", new byte[] {
            1, 2, 3
        });

        assertRefused("FV-423", () -> persist("lost"));

        assertThat(column(tenants.central().connect(), "select tenant from fieldveil_keyset where tenant = 'lost'"))
                .isEmpty();
    }
}

package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.CurrentTenant;
import io.fieldveil.hibernate.FieldveilSettings;
import io.fieldveil.hibernate.SeparateTenants;
import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.TenantId;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;

/** The ways to keep tenants apart. */
final class TenantUnits {

    private TenantUnits() {}

    @Entity(name = "Tenanted")
    static class Tenanted extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @TenantId
        @Nullable
        String tenant;
    }

    @Entity(name = "Separate")
    static class Separate extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }

    /** One table, and a column that says whose a row is. */
    static final class ByColumn extends TenantUnit {

        private final JpaFixture jpa;

        ByColumn(TestDatabase server) {
            jpa = JpaFixture.on(server)
                    .entities(Tenanted.class)
                    .developmentKey()
                    .setting("hibernate.tenant_identifier_resolver", new CurrentTenant())
                    .open();
        }

        @Override
        SessionFactory factory() {
            return jpa.sessionFactory();
        }

        @Override
        Class<? extends Six.Base> entity() {
            return Tenanted.class;
        }

        @Override
        Connection connect(String tenant) throws SQLException {
            return jpa.database().connect();
        }

        @Override
        String condition(String tenant) {
            return " where tenant = '" + tenant + "'";
        }

        @Override
        void close() throws SQLException {
            MatrixSuite.close(jpa);
        }
    }

    /** Tables for each, and a database for what belongs to none. */
    static final class Apart extends TenantUnit {

        private final SeparateTenants tenants;
        private final SessionFactory factory;

        Apart(TestDatabase server, SeparateTenants.Way way) throws SQLException {
            tenants = way.of(server, "acme", "bolt");
            factory = tenants.open(Apart::configuration);
        }

        private static Configuration configuration() {
            var configuration = new Configuration()
                    .addAnnotatedClass(Separate.class)
                    .setProperty(FieldveilSettings.KEY_SOURCE, "development");
            configuration
                    .getProperties()
                    .put(FieldveilSettings.DEVELOPMENT_DIRECTORY, Path.of("target", "development-key"));
            return configuration;
        }

        @Override
        SessionFactory factory() {
            return factory;
        }

        @Override
        Class<? extends Six.Base> entity() {
            return Separate.class;
        }

        @Override
        Connection connect(String tenant) throws SQLException {
            return tenants.connect(tenant);
        }

        @Override
        String condition(String tenant) {
            return "";
        }

        @Override
        void close() throws SQLException {
            factory.close();
            tenants.drop();
        }
    }
}

package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.Database;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** Tenants whose tables are apart, and a database for what belongs to none of them. */
public abstract class SeparateTenants {

    private final List<String> tenants;
    private final Database central;

    SeparateTenants(TestDatabase server, List<String> tenants) {
        this.tenants = List.copyOf(tenants);
        central = server.newDatabase();
    }

    /** How tenants are kept apart. */
    @FunctionalInterface
    public interface Way {

        SeparateTenants of(TestDatabase server, String... tenants) throws SQLException;
    }

    /** What a session factory has to be told. */
    abstract Map<String, Object> settings();

    /** What the schema tool has to be told to make one tenant's tables. */
    abstract Map<String, String> schemaOf(String tenant);

    /** A connection that sees the tenant's tables. */
    public abstract Connection connect(String tenant) throws SQLException;

    public final Database central() {
        return central;
    }

    final List<String> tenants() {
        return tenants;
    }

    /** Makes each tenant's tables, and a session factory for all of them. */
    public final SessionFactory open(Supplier<Configuration> configuration) {
        for (String tenant : tenants) {
            var one = configuration.get().setProperty("hibernate.hbm2ddl.auto", "create");
            schemaOf(tenant).forEach(one::setProperty);
            one.buildSessionFactory().close();
        }
        var all = configuration.get();
        all.getProperties().putAll(settings());
        all.getProperties().put("hibernate.tenant_identifier_resolver", new CurrentTenant());
        return all.buildSessionFactory();
    }

    static Map<String, String> urlOf(Database database) {
        return Map.of(
                "jakarta.persistence.jdbc.url", database.url(),
                "jakarta.persistence.jdbc.user", database.user(),
                "jakarta.persistence.jdbc.password", database.password());
    }

    /** Drops all of it. */
    public void drop() throws SQLException {
        central.close();
    }
}

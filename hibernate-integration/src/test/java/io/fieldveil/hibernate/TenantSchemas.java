package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.context.spi.TenantSchemaMapper;

/** A schema for each tenant, which Hibernate chooses on each connection; it knows none on MariaDB and MySQL. */
public final class TenantSchemas extends SeparateTenants {

    private final Map<String, String> schemas = new HashMap<>();

    public TenantSchemas(TestDatabase server, String... tenants) throws SQLException {
        super(server, List.of(tenants));
        try (var connection = central().connect();
                var statement = connection.createStatement()) {
            boolean upper = connection.getMetaData().storesUpperCaseIdentifiers();
            for (String tenant : tenants) {
                statement.execute("create schema of_" + tenant);
                schemas.put(tenant, upper ? "OF_" + tenant.toUpperCase(Locale.ROOT) : "of_" + tenant);
            }
        }
    }

    @Override
    Map<String, Object> settings() {
        var settings = new HashMap<String, Object>(urlOf(central()));
        settings.put("hibernate.multi_tenant.schema_mapper", (TenantSchemaMapper<String>) schemas::get);
        return settings;
    }

    @Override
    Map<String, String> schemaOf(String tenant) {
        var settings = new HashMap<>(urlOf(central()));
        settings.put("hibernate.default_schema", schemas.get(tenant));
        return settings;
    }

    @Override
    public Connection connect(String tenant) throws SQLException {
        var connection = central().connect();
        connection.setSchema(schemas.get(tenant));
        return connection;
    }
}

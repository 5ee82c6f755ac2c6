package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.Database;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;

/** A database for each tenant. */
public final class TenantDatabases extends SeparateTenants {

    private final Map<String, Database> databases = new HashMap<>();

    public TenantDatabases(TestDatabase server, String... tenants) {
        super(server, List.of(tenants));
        for (String tenant : tenants) {
            databases.put(tenant, server.newDatabase());
        }
    }

    @Override
    Map<String, Object> settings() {
        return Map.of("hibernate.multi_tenant_connection_provider", new Connections(this));
    }

    @Override
    Map<String, String> schemaOf(String tenant) {
        return urlOf(databases.get(tenant));
    }

    @Override
    public Connection connect(String tenant) throws SQLException {
        return databases.get(tenant).connect();
    }

    @Override
    public void drop() throws SQLException {
        super.drop();
        for (Database database : databases.values()) {
            database.close();
        }
    }

    private static final class Connections implements MultiTenantConnectionProvider<String> {

        private static final long serialVersionUID = 1L;

        private final transient TenantDatabases databases;

        Connections(TenantDatabases databases) {
            this.databases = databases;
        }

        @Override
        public Connection getAnyConnection() throws SQLException {
            return databases.central().connect();
        }

        @Override
        public void releaseAnyConnection(Connection connection) throws SQLException {
            connection.close();
        }

        @Override
        public Connection getConnection(String tenant) throws SQLException {
            return databases.connect(tenant);
        }

        @Override
        public void releaseConnection(String tenant, Connection connection) throws SQLException {
            connection.close();
        }

        @Override
        public boolean supportsAggressiveRelease() {
            return false;
        }

        @Override
        public boolean isUnwrappableAs(Class<?> type) {
            return false;
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }
}

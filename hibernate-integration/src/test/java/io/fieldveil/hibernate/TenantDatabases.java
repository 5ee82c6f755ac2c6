package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.Database;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;

/** A database for each tenant, and one that belongs to none. */
public final class TenantDatabases implements MultiTenantConnectionProvider<String> {

    private static final long serialVersionUID = 1L;

    private final transient Database central;
    private final transient Map<String, Database> databases = new HashMap<>();

    public TenantDatabases(TestDatabase server, String... tenants) {
        central = server.newDatabase();
        for (String tenant : tenants) {
            databases.put(tenant, server.newDatabase());
        }
    }

    public Database central() {
        return central;
    }

    public Database of(String tenant) {
        return databases.get(tenant);
    }

    public void drop() throws SQLException {
        central.close();
        for (Database database : databases.values()) {
            database.close();
        }
    }

    @Override
    public Connection getAnyConnection() throws SQLException {
        return central.connect();
    }

    @Override
    public void releaseAnyConnection(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public Connection getConnection(String tenant) throws SQLException {
        return databases.get(tenant).connect();
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

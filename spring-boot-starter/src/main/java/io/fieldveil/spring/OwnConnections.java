package io.fieldveil.spring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fieldveil.jdbc.ConnectionSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Connections for keysets, audit and markings. Beside a HikariCP pool it is a pool of two, made like the application's: a caller
 * in a transaction needs a second connection, and in one pool such callers could wait for each other for ever.
 */
final class OwnConnections implements ConnectionSource, AutoCloseable {

    private static final int SIZE = 2;

    private final DataSource connections;

    private OwnConnections(DataSource connections) {
        this.connections = connections;
    }

    static OwnConnections beside(DataSource application) {
        if (!(application instanceof HikariDataSource pool)) {
            return new OwnConnections(application);
        }
        var config = new HikariConfig();
        pool.copyStateTo(config);
        config.setPoolName("fieldveil");
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(SIZE);
        return new OwnConnections(new HikariDataSource(config));
    }

    @Override
    public Connection open() throws SQLException {
        return connections.getConnection();
    }

    /** Closes the pool, if it is our own. */
    @Override
    public void close() {
        if (connections instanceof HikariDataSource own && own.getPoolName().equals("fieldveil")) {
            own.close();
        }
    }
}

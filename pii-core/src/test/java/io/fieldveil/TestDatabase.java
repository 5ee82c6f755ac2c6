package io.fieldveil;

import io.fieldveil.jdbc.ConnectionSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/** An H2 database of its own for each test, and raw JDBC on it. */
public final class TestDatabase {

    private final JdbcDataSource dataSource = new JdbcDataSource();

    public TestDatabase() {
        dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
    }

    public ConnectionSource connections() {
        return ConnectionSource.of(dataSource);
    }

    public Connection open() throws SQLException {
        return dataSource.getConnection();
    }

    public int update(String sql) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    public long count(String table) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

package io.fieldveil.hibernate.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/**
 * One empty database of a {@link TestDatabase}, for one test class. Closing drops it.
 *
 * @param name what the server calls it
 * @param url JDBC URL
 * @param user JDBC user, allowed to create and drop tables
 * @param password JDBC password, may be empty
 * @param dataDirectory where the server keeps the files of all its databases, with logs; empty where no file is in reach
 * @param maintenance how this server writes its pages out and drops a database
 */
public record Database(
        String name, String url, String user, String password, Optional<Path> dataDirectory, Maintenance maintenance)
        implements AutoCloseable {

    /** Opens a connection of its own, in auto-commit mode, beside any pool and any statement counter. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Makes the server write what is committed into the files below {@link #dataDirectory()}. */
    public void flushToDisk() throws SQLException {
        try (Connection connection = connect()) {
            maintenance.flush(connection);
        }
    }

    /** Drops this database with everything in it. Connections that are still open fail from here on. */
    @Override
    public void close() throws SQLException {
        maintenance.drop(name);
    }

    /** What differs between servers once a database exists. */
    interface Maintenance {

        /** Writes committed changes of the connection's database to disk. */
        void flush(Connection connection) throws SQLException;

        /** Drops the named database. */
        void drop(String name) throws SQLException;
    }
}

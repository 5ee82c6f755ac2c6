package io.fieldveil.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.Function;

/** Creates Fieldveil's own tables where they are missing. An existing table is left as it is, and needs no DDL right. */
public final class Tables {

    private Tables() {}

    /**
     * Creates a table unless it is there; two nodes may do so at once.
     *
     * @param table a constant name, never one that came from outside
     * @param columns the column and key definitions for a dialect, comma-separated
     * @throws SQLException if the table is neither there nor can be created
     */
    public static void ensure(ConnectionSource connections, String table, Function<SqlDialect, String> columns)
            throws SQLException {
        if (readable(connections, table)) {
            return;
        }
        try {
            connections.transact(connection -> {
                create(connection, table, columns);
                return true;
            });
        } catch (SQLException e) {
            // Another node may have been faster: "if not exists" does not wait for it on every database.
            if (!readable(connections, table)) {
                throw e;
            }
        }
    }

    private static void create(Connection connection, String table, Function<SqlDialect, String> columns)
            throws SQLException {
        var dialect = SqlDialect.of(connection);
        String definition = " (" + columns.apply(dialect) + ")" + dialect.tableOptions();
        try (var statement = connection.createStatement()) {
            if (dialect.createsTablesAtOnce()) {
                statement.execute("create table if not exists " + table + definition);
            } else {
                createAside(statement, table, definition);
            }
        }
    }

    /**
     * H2 shows a table to others before it has its primary key, and rows of two nodes with one key get in. So the table
     * is made under a name that nobody knows, and is whole when it gets its own.
     */
    private static void createAside(Statement statement, String table, String definition) throws SQLException {
        String aside = table + "_" + UUID.randomUUID().toString().replace('-', '_');
        statement.execute("create table " + aside + definition);
        try {
            statement.execute("alter table " + aside + " rename to " + table);
        } catch (SQLException e) {
            drop(statement, aside, e);
            throw e;
        }
    }

    private static void drop(Statement statement, String table, SQLException reason) {
        try {
            statement.execute("drop table " + table);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private static boolean readable(ConnectionSource connections, String table) throws SQLException {
        try (Connection connection = connections.open()) {
            return readable(connection, table);
        }
    }

    private static boolean readable(Connection connection, String table) throws SQLException {
        boolean ownTransaction = !connection.getAutoCommit();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select 1 from " + table + " where 1 = 0")) {
            return !rows.next();
        } catch (SQLException e) {
            return false;
        } finally {
            if (ownTransaction) {
                connection.rollback();
            }
        }
    }
}

package io.fieldveil.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Fieldveil's own tables, made by many nodes at once. */
class TablesTest {

    private static final int NODES = 8;
    /** H2's own "create table if not exists" let rows of one key in, or lost the table, about once in 500. */
    private static final int DATABASES = 2_000;

    @Test
    void table_madeByManyNodesAtOnce_hasItsKeyFromTheFirstRow() throws Exception {
        var nodes = Executors.newFixedThreadPool(NODES);
        try {
            for (int i = 0; i < DATABASES; i++) {
                String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
                ConnectionSource connections = () -> DriverManager.getConnection(url);
                Callable<Boolean> node = () -> insertsFirst(connections);
                var inserted = nodes.invokeAll(Collections.nCopies(NODES, node)).stream()
                        .filter(TablesTest::succeeded)
                        .count();
                assertThat(inserted).isEqualTo(1);
                assertThat(tables(connections)).containsExactly("OWN");
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    private static boolean insertsFirst(ConnectionSource connections) throws SQLException {
        Tables.ensure(connections, "own", dialect -> "id integer not null, primary key (id)");
        try {
            return connections.transact(connection -> {
                try (var statement = connection.createStatement()) {
                    return statement.executeUpdate("insert into own (id) values (1)") == 1;
                }
            });
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean succeeded(Future<Boolean> node) {
        try {
            return node.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The tables there are; the database is gone afterwards. */
    private static List<String> tables(ConnectionSource connections) throws SQLException {
        try (Connection connection = connections.open();
                var statement = connection.createStatement()) {
            var names = new ArrayList<String>();
            try (var rows = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = 'PUBLIC'")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            statement.execute("shutdown");
            return names;
        }
    }
}

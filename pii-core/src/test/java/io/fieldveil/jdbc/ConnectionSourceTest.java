package io.fieldveil.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transactions of our own, on a connection that a pool lends: it goes back as it came. */
class ConnectionSourceTest {

    private final TestDatabase database = new TestDatabase();
    private Connection pooled;

    @BeforeEach
    void open() throws SQLException {
        database.update("create table own (id integer primary key)");
        pooled = database.open();
    }

    @AfterEach
    void close() throws SQLException {
        pooled.close();
    }

    /** The one connection of a pool, which stays open. */
    private Connection lend() {
        return (Connection) Proxy.newProxyInstance(
                ConnectionSourceTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, args) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(pooled, args);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private static int insert(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate("insert into own (id) values (1)");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void work_done_isCommittedAndTheConnectionGoesBackAsItCame(boolean autoCommit) throws SQLException {
        pooled.setAutoCommit(autoCommit);
        pooled.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        ConnectionSource connections = this::lend;

        int during = connections.transact(Connection.TRANSACTION_SERIALIZABLE, connection -> {
            insert(connection);
            assertThat(connection.getAutoCommit()).isFalse();
            return connection.getTransactionIsolation();
        });

        assertThat(during).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
        assertThat(database.count("own")).isEqualTo(1);
        assertThat(pooled.getAutoCommit()).isEqualTo(autoCommit);
        assertThat(pooled.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_REPEATABLE_READ);
    }

    @Test
    void work_failed_isRolledBackBeforeTheConnectionGoesBack() throws SQLException {
        ConnectionSource connections = this::lend;

        assertThatThrownBy(() -> connections.transact(connection -> {
                    insert(connection);
                    throw new SQLException("no");
                }))
                .hasMessage("no");

        assertThat(pooled.getAutoCommit()).isTrue();
        assertThat(database.count("own")).isZero();
    }

    @Test
    void table_thatIsThere_isLeftAsItIs() throws SQLException {
        insert(pooled);
        pooled.setAutoCommit(false);
        Tables.ensure(this::lend, "own", dialect -> {
            throw new AssertionError("created again");
        });
        Tables.ensure(this::lend, "other", dialect -> "id integer not null, primary key (id)");

        assertThat(database.count("own")).isEqualTo(1);
        assertThat(database.count("other")).isZero();
    }

    @Test
    void table_thatCannotBeCreated_saysWhy() {
        assertThatThrownBy(() -> Tables.ensure(database.connections(), "other", dialect -> "id no_such_type"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("NO_SUCH_TYPE");
        assertThatThrownBy(() -> database.count("other")).isInstanceOf(SQLException.class);
    }
}

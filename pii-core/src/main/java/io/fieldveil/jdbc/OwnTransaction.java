package io.fieldveil.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** One transaction on a borrowed connection; closing it rolls back what was not committed and puts the state back. */
final class OwnTransaction implements AutoCloseable {

    private final Connection connection;
    private final boolean autoCommit;
    private final int isolation;
    private boolean committed;

    private OwnTransaction(Connection connection, boolean autoCommit, int isolation) {
        this.connection = connection;
        this.autoCommit = autoCommit;
        this.isolation = isolation;
    }

    static OwnTransaction begin(Connection connection, int isolation) throws SQLException {
        var transaction =
                new OwnTransaction(connection, connection.getAutoCommit(), connection.getTransactionIsolation());
        transaction.isolate(isolation);
        connection.setAutoCommit(false);
        return transaction;
    }

    void commit() throws SQLException {
        connection.commit();
        committed = true;
    }

    @Override
    public void close() throws SQLException {
        if (!committed) {
            connection.rollback();
        }
        connection.setAutoCommit(autoCommit);
        isolate(isolation);
    }

    private void isolate(int wanted) throws SQLException {
        if (connection.getTransactionIsolation() != wanted) {
            connection.setTransactionIsolation(wanted);
        }
    }
}

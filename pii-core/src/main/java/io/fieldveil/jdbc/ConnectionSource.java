package io.fieldveil.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections on which Fieldveil runs short transactions of its own, never the application's. Thread-safe.
 *
 * <p>The connections must not take part in a surrounding transaction: what is committed here stays, whatever the
 * application rolls back. A caller that already holds a connection needs a second one meanwhile, so a pool serves both
 * only if it is larger than the number of such callers; a small pool of its own is the safe choice.
 */
@FunctionalInterface
public interface ConnectionSource {

    /**
     * Opens a connection that the caller closes.
     *
     * @throws SQLException if there is none to be had
     */
    Connection open() throws SQLException;

    /** The connections of a data source that is not managed by a JTA transaction manager. */
    static ConnectionSource of(DataSource dataSource) {
        return dataSource::getConnection;
    }

    /**
     * Runs work in a transaction of its own, commits it, puts the connection's state back and closes it. If the work or
     * the commit fails, it is rolled back.
     *
     * @param isolation one of the constants of {@link Connection}
     * @throws SQLException if the work or the commit fails
     */
    default <R extends @Nullable Object> R transact(int isolation, Work<R> work) throws SQLException {
        try (Connection connection = open();
                OwnTransaction transaction = OwnTransaction.begin(connection, isolation)) {
            R result = work.run(connection);
            transaction.commit();
            return result;
        }
    }

    /** {@link #transact(int, Work)} at {@link Connection#TRANSACTION_READ_COMMITTED}. */
    default <R extends @Nullable Object> R transact(Work<R> work) throws SQLException {
        return transact(Connection.TRANSACTION_READ_COMMITTED, work);
    }

    /** What is done in one transaction. It neither commits nor closes. */
    @FunctionalInterface
    interface Work<R extends @Nullable Object> {

        /** Does it. */
        R run(Connection connection) throws SQLException;
    }
}

package io.fieldveil.audit;

import io.fieldveil.crypto.KeyedHash;
import io.fieldveil.jdbc.ConnectionSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/** Appends to the chain, one transaction a row, in the order in which writers get the head's lock. */
final class JdbcDisclosureAudit implements DisclosureAudit {

    private static final int ATTEMPTS = 5;

    private final ConnectionSource connections;
    private final KeyedHash hash;
    private final Clock clock = Clock.systemUTC();
    private volatile boolean created;

    JdbcDisclosureAudit(ConnectionSource connections, KeyedHash hash) {
        this.connections = connections;
        this.hash = hash;
    }

    @Override
    public long intent(Disclosure disclosure) {
        return append(AuditRow.intent(clock.millis(), disclosure));
    }

    @Override
    public void outcome(long intentId, DisclosureOutcome outcome, int values) {
        append(AuditRow.outcome(clock.millis(), intentId, outcome, values));
    }

    private long append(AuditRow row) {
        try {
            ensureTables();
            return appendWithRetry(row);
        } catch (SQLException e) {
            throw Messages.notRecorded(e);
        }
    }

    /** A database that resolved a deadlock by rolling this transaction back has recorded nothing: it is safe to repeat. */
    private long appendWithRetry(AuditRow row) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return connections.transact(connection -> append(connection, row));
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !isRolledBack(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isRolledBack(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("40");
    }

    private long append(Connection connection, AuditRow row) throws SQLException {
        var head = AuditHead.lock(connection).orElseThrow(Messages::headBroken);
        if (!head.isGenuine(hash)) {
            throw Messages.headBroken();
        }
        long seq = head.seq + 1;
        byte[] tag = hash.compute(row.canonical(seq, head.tag));
        AuditTable.insert(connection, seq, row, head.tag, tag);
        AuditHead.of(hash, seq, tag).update(connection);
        return seq;
    }

    private void ensureTables() throws SQLException {
        if (created) {
            return;
        }
        AuditTable.ensure(connections);
        if (connections.transact(AuditHead::read).isEmpty()) {
            startChain();
        }
        created = true;
    }

    /**
     * Only where the trail is empty: rows without a head are a trail whose end was removed. Rows first, then the head:
     * another node that starts the chain meanwhile commits them the other way round.
     */
    private void startChain() throws SQLException {
        try {
            connections.transact(connection -> {
                if (!hasRows(connection)) {
                    AuditHead.of(hash, 0, new byte[0]).insert(connection);
                } else if (AuditHead.read(connection).isEmpty()) {
                    throw Messages.headBroken();
                }
                return true;
            });
        } catch (SQLException e) {
            // Another node may have started it meanwhile.
            if (connections.transact(AuditHead::read).isEmpty()) {
                throw e;
            }
        }
    }

    private static boolean hasRows(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setMaxRows(1);
            try (var rows = statement.executeQuery("select seq from " + AuditTable.TABLE)) {
                return rows.next();
            }
        }
    }
}

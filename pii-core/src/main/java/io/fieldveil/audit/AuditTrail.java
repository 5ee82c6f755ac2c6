package io.fieldveil.audit;

import io.fieldveil.crypto.KeyedHash;
import io.fieldveil.jdbc.ConnectionSource;
import java.sql.Connection;
import java.sql.SQLException;

/** Verifies the trail that {@link DisclosureAudit#jdbc} writes. */
public final class AuditTrail {

    private AuditTrail() {}

    /**
     * Reads the whole trail in one consistent view and checks every tag: finds a row that was changed, removed,
     * inserted or moved, and an end that was cut off. Writers are not kept waiting. Memory does not grow with the
     * trail.
     *
     * @throws io.fieldveil.FieldveilException FV-523 if the trail cannot be read
     */
    public static AuditVerification verify(ConnectionSource connections, KeyedHash hash) {
        try {
            return connections.transact(
                    Connection.TRANSACTION_REPEATABLE_READ, connection -> new ChainCheck(connection, hash).run());
        } catch (SQLException e) {
            throw Messages.notVerifiable(e);
        }
    }
}

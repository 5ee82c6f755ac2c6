package io.fieldveil.audit;

import io.fieldveil.crypto.KeyedHash;
import io.fieldveil.jdbc.ConnectionSource;

/**
 * Records disclosures: the intent before anything is opened, the outcome after. No audit, no disclosure: a caller that
 * gets an exception from {@link #intent} opens nothing. Thread-safe, and safe between nodes.
 */
public interface DisclosureAudit {

    /**
     * Records what is about to happen. When this returns, it is committed, whatever becomes of the caller's
     * transaction.
     *
     * @return the intent's id, for {@link #outcome}
     * @throws io.fieldveil.FieldveilException FV-521 if it could not be recorded
     */
    long intent(Disclosure disclosure);

    /**
     * Records what became of it, committed when this returns.
     *
     * @param intentId what {@link #intent} returned
     * @param values how many values were opened, 0 or more
     * @throws io.fieldveil.FieldveilException FV-521 if it could not be recorded
     */
    void outcome(long intentId, DisclosureOutcome outcome, int values);

    /**
     * A keyed hash chain in the table {@code fieldveil_audit}, created if absent together with
     * {@code fieldveil_audit_head}. Every row's tag covers all its columns and the previous tag; {@link AuditTrail}
     * verifies it.
     *
     * <p><b>Does not protect</b> against someone who deletes both tables, or puts back an older state of both: keep
     * {@link AuditVerification#lastSeq()} and {@link AuditVerification#lastTag()} somewhere else and compare.
     * Every record is one short transaction that waits for the one before it.
     */
    static DisclosureAudit jdbc(ConnectionSource connections, KeyedHash hash) {
        return new JdbcDisclosureAudit(connections, hash);
    }
}

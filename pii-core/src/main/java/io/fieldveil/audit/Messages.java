package io.fieldveil.audit;

import io.fieldveil.FieldveilException;

/** The failures of this package, one method each. */
final class Messages {

    private Messages() {}

    static FieldveilException notRecorded(Throwable cause) {
        return new FieldveilException(
                "FV-521",
                "The disclosure could not be recorded. Nothing may be disclosed without a record: check the database"
                        + " connection and the rights on the tables fieldveil_audit and fieldveil_audit_head.",
                cause);
    }

    static FieldveilException headBroken() {
        return new FieldveilException(
                "FV-521",
                "The audit trail's head is missing or was changed, so that nothing can be recorded and nothing may be"
                        + " disclosed. Verify the trail with AuditTrail.verify, find out who did it, and restore"
                        + " fieldveil_audit and fieldveil_audit_head from a backup.");
    }

    static FieldveilException tooLong() {
        return new FieldveilException(
                "FV-522",
                "A disclosure's principal, recipient and entity have at most 255 characters and its tenant 128: use"
                        + " shorter names, none is cut.");
    }

    static FieldveilException notVerifiable(Throwable cause) {
        return new FieldveilException(
                "FV-523",
                "The audit trail cannot be read. Check the database connection and the right to read the tables"
                        + " fieldveil_audit and fieldveil_audit_head.",
                cause);
    }
}

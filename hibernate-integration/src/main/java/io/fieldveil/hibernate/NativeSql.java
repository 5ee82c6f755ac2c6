package io.fieldveil.hibernate;

/** What happens to native SQL on the column of a protected attribute that its caller may not use there. */
public enum NativeSql {
    /** It is refused: FV-307 without the permission, FV-313 where it would store something unencrypted. The default. */
    REFUSE,
    /** It runs once it was recorded in the audit trail, and not if it cannot be recorded. */
    ALLOW
}

package io.fieldveil.hibernate.oracle;

import io.fieldveil.access.AccessContext;

/** Who does something. */
enum Role {
    ADMIN(AccessContext.of("admin", "VIEW_PII"), true),
    VIEWER(AccessContext.of("viewer"), false),
    NOBODY(AccessContext.nobody(), false);

    final AccessContext context;
    private final boolean sees;

    Role(AccessContext context, boolean sees) {
        this.context = context;
        this.sees = sees;
    }

    /** Whether nothing is masked for it. */
    boolean seesAll() {
        return sees;
    }
}

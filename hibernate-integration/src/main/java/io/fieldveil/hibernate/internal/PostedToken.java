package io.fieldveil.hibernate.internal;

import io.fieldveil.crypto.SealedValue;
import java.io.Serializable;

/**
 * A token that code put into a field that did not show it. It stands for no change where the row already holds it; it is
 * never bound to a statement.
 */
record PostedToken(SealedValue sealed) implements Serializable {

    /** The sealed value behind either form. */
    static Object unwrap(Object value) {
        return value instanceof PostedToken posted ? posted.sealed() : value;
    }

    @Override
    public String toString() {
        return sealed.token();
    }
}

package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
import io.fieldveil.access.AttributeRule;
import io.fieldveil.crypto.SealedValue;

/**
 * A token that code put into a field that did not show it. It stands for no change where the row already holds it.
 */
record PostedToken(SealedValue sealed) implements Posted {

    /** The sealed value behind either form. */
    static Object unwrap(Object value) {
        return value instanceof PostedToken posted ? posted.sealed() : value;
    }

    @Override
    public Object shown() {
        return sealed.token();
    }

    @Override
    public FieldveilException refusal(AttributeRule rule) {
        return Messages.tokenTyped(rule);
    }

    @Override
    public String toString() {
        return sealed.token();
    }
}

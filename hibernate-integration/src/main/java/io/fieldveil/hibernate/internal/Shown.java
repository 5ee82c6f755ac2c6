package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
import io.fieldveil.access.AttributeRule;

/** What a record is made of that holds a copy of an attribute: it is shown already, and nothing to store. */
record Shown(Object shown) implements Posted {

    @Override
    public FieldveilException refusal(AttributeRule rule) {
        return Messages.maskTyped(rule);
    }

    @Override
    public String toString() {
        return "Shown";
    }
}

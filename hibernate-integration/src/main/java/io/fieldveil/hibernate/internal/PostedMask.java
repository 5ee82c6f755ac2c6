package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
import io.fieldveil.access.AttributeRule;

/**
 * A mask that code put into an encrypted attribute which did not show it. Where the row's own mask is the same it stands
 * for no change.
 */
record PostedMask(Object mask) implements Posted {

    @Override
    public Object shown() {
        return mask;
    }

    @Override
    public FieldveilException refusal(AttributeRule rule) {
        return Messages.maskTyped(rule);
    }

    @Override
    public String toString() {
        return "PostedMask";
    }
}

package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
import io.fieldveil.access.AttributeRule;

/** Something that was typed and has no form to be stored in: no e-mail address, no client ciphertext. */
record Unsealable(Object typed, FieldveilException reason) implements Posted {

    @Override
    public Object shown() {
        return typed;
    }

    @Override
    public FieldveilException refusal(AttributeRule rule) {
        return reason;
    }

    @Override
    public String toString() {
        return "Unsealable";
    }
}

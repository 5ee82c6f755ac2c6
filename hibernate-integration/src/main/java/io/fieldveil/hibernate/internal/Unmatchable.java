package io.fieldveil.hibernate.internal;

import java.io.Serializable;

/** Stands for a text without normal form where something is looked up: no row holds it. */
@SuppressWarnings("serial") // an array or a text
record Unmatchable(Object column) implements Serializable {

    @Override
    public String toString() {
        return "no such value";
    }
}

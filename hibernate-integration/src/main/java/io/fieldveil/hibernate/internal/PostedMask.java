package io.fieldveil.hibernate.internal;

import java.io.Serializable;

/**
 * A mask that code put into an encrypted attribute which did not show it. Where the row's own mask is the same it stands
 * for no change; it is never sealed and never bound to a statement.
 */
record PostedMask(Object mask) implements Serializable {

    @Override
    public String toString() {
        return "PostedMask";
    }
}

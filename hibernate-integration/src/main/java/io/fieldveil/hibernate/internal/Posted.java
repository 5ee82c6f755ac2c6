package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
import io.fieldveil.access.AttributeRule;
import java.io.Serializable;

/**
 * Something that stands in a field and cannot be stored: what Hibernate holds of it until a row is written, so that a
 * merge may find that it changes nothing and Bean Validation may judge it first. It is never bound to a statement.
 */
sealed interface Posted extends Serializable permits PostedToken, PostedMask, Shown, Unsealable {

    /** What the field shows. */
    Object shown();

    /** Why it is not stored. */
    FieldveilException refusal(AttributeRule rule);
}

package io.fieldveil.access;

import io.fieldveil.AttributeName;
import io.fieldveil.annotations.Reveal;

/**
 * What a policy needs to know of a protected attribute.
 *
 * @param entity the entity's name
 * @param attribute the attribute's path within the entity
 * @param searchable whether it is {@code @AutoHashed}
 * @param masked whether it is {@code @Masked} and marked now
 * @param clientEncrypted whether it is {@code @ClientEncrypted}
 * @param reveal of {@code @AutoHashed}, who may read the plaintext
 * @param permission the permission that sees the value
 */
public record AttributeRule(
        String entity,
        String attribute,
        boolean searchable,
        boolean masked,
        boolean clientEncrypted,
        Reveal reveal,
        String permission) {

    /** The same attribute, marked or not. */
    public AttributeRule marked(boolean marked) {
        return new AttributeRule(entity, attribute, searchable, marked, clientEncrypted, reveal, permission);
    }

    /** The attribute's name, for failures that are about it. */
    public AttributeName name() {
        return new AttributeName(entity, attribute);
    }

    /** How messages name the attribute. */
    public String place() {
        return name().toString();
    }
}

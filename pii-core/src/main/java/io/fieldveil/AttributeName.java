package io.fieldveil;

import java.io.Serializable;

/**
 * Which attribute something is about. Prints as messages name it.
 *
 * @param entity the entity's name
 * @param path the attribute's path within the entity
 */
public record AttributeName(String entity, String path) implements Serializable {

    @Override
    public String toString() {
        return "Attribute '" + path + "' of entity '" + entity + "'";
    }
}

package io.fieldveil.marking;

/**
 * The state of a marking.
 *
 * @param key what is marked or not
 * @param marked whether its values are masked
 * @param version how often it was changed; 0 where nobody has, and the annotation decides
 */
public record Marking(MarkingKey key, boolean marked, long version) {

    /** The entity's name. */
    public String entity() {
        return key.entity();
    }

    /** The attribute's path. */
    public String attribute() {
        return key.attribute();
    }

    /** Of name–value rows, the name; else empty. */
    public String name() {
        return key.name();
    }
}

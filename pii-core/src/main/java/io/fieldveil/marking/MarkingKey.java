package io.fieldveil.marking;

/**
 * What is marked: an attribute, or, among name–value rows, the values of one name.
 *
 * @param tenant the tenant whose users it concerns, empty where there is none, at most 128 characters
 * @param entity the entity's name, at most 160 characters; renaming an entity loses its markings
 * @param attribute the attribute's path, at most 160 characters
 * @param name of name–value rows, the name, at most 255 characters; else empty
 */
public record MarkingKey(String tenant, String entity, String attribute, String name) {

    static final int MAX_TENANT = 128;
    static final int MAX_PLACE = 160;
    static final int MAX_NAME = 255;

    /** The same attribute's values of another name. */
    public MarkingKey named(String other) {
        return new MarkingKey(tenant, entity, attribute, other);
    }

    /**
     * Whether the table can hold it. What it cannot hold has never been marked.
     *
     * @throws io.fieldveil.FieldveilException FV-548 if a text is too long, or ends with a space that some databases
     *     ignore when they compare
     */
    void requireStorable() {
        if (tenant.length() > MAX_TENANT
                || entity.length() > MAX_PLACE
                || attribute.length() > MAX_PLACE
                || name.length() > MAX_NAME
                || tenant.endsWith(" ")
                || name.endsWith(" ")) {
            throw Messages.notStorable();
        }
    }
}

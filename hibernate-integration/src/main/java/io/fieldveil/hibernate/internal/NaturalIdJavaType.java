package io.fieldveil.hibernate.internal;

import java.io.Serializable;

/**
 * The Java type by which Hibernate looks an encrypted natural id up: what is looked for is sealed first, so that it meets
 * the sealed values that are remembered of entities, and so that no log shows it.
 *
 * <p>The parts of a natural id of several attributes are not offered to their types. They reach the database all the
 * same, but Hibernate then looks for the plaintext among what it loaded.
 */
final class NaturalIdJavaType extends ProtectedJavaType {

    /** Hibernate puts entities into the order of their natural ids, and would find none by plaintext. */
    private static final String SORTING = "sortResults";
    /** Hibernate makes an array of natural ids, which it binds past the attribute's converter. */
    private static final String MAKING_AN_ARRAY = "normalizeKeys";

    private static final int NEAREST = 16;

    private final transient SealedConverter converter;

    NaturalIdJavaType(SealedConverter converter) {
        // A text at first, then a sealed value: Hibernate asserts that it is of the type's class.
        super(Serializable.class, String.class);
        this.converter = converter;
    }

    @Override
    public Object coerce(Object value) {
        if (isCalledBy(MAKING_AN_ARRAY)) {
            throw Messages.naturalIdsTogether(converter.attribute().rule());
        }
        if (!(value instanceof String text)) {
            return value;
        }
        var sealing = converter.attribute().sealing();
        Object column = sealing.toColumn(text);
        return Sealing.matchesNothing(column) ? new Unmatchable(column) : sealing.fromColumn(column);
    }

    @Override
    public int extractHashCode(Object value) {
        var attribute = converter.attribute();
        if (value instanceof String && attribute.sealing().encrypted() && isCalledBy(SORTING)) {
            throw Messages.naturalIdsTogether(attribute.rule());
        }
        return super.extractHashCode(value);
    }

    private static boolean isCalledBy(String method) {
        return StackWalker.getInstance()
                .walk(frames -> frames.limit(NEAREST)
                        .anyMatch(frame -> frame.getMethodName().equals(method)));
    }
}

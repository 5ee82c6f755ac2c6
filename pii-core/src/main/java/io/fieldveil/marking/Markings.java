package io.fieldveil.marking;

import java.util.List;

/**
 * Marks attributes as personal data and not, while the application runs. Only {@code @Masked} attributes can be marked;
 * their element {@code initiallyMarked} decides until somebody does. Thread-safe.
 *
 * <p>A marking concerns the tenant of the current access context. On this node it counts at once, on the others within
 * the configured time. Instances that were loaded before go on showing what they show.
 *
 * <p>Each change is in the audit trail before it is made: no record, no change.
 */
public interface Markings {

    /** The permission that every change needs. */
    String MARK_PII = "MARK_PII";

    /**
     * The state of an attribute, read from the database now.
     *
     * @param entity an entity class
     * @param attribute the attribute's path
     * @throws io.fieldveil.FieldveilException FV-504 if there is no such protected attribute, FV-506 if the class is no
     *     entity, FV-543 if the attribute is not {@code @Masked} or is marked by name, FV-544 if it cannot be read
     */
    Marking of(Class<?> entity, String attribute);

    /**
     * The state of one name of an attribute with {@code by}.
     *
     * @throws io.fieldveil.FieldveilException as {@link #of(Class, String)}, FV-543 also if it is not marked by name
     */
    Marking of(Class<?> entity, String attribute, String name);

    /**
     * Every attribute that can be marked as a whole, and every name that somebody has marked or unmarked, in the order
     * of their names.
     *
     * @throws io.fieldveil.FieldveilException FV-544 if it cannot be read
     */
    List<Marking> all();

    /**
     * "Mark as PII", or "Mark as not PII". Needs {@link #MARK_PII}; to unmark, also the permission to see the attribute.
     * Where somebody has decided the same before, nothing is changed or recorded.
     *
     * @param seen the state that the decision is based on
     * @return the new state
     * @throws io.fieldveil.FieldveilException FV-542 without permission, FV-545 if the state is another meanwhile,
     *     FV-521 if it could not be recorded, FV-544 if it could not be changed, FV-548 if a name is too long
     */
    Marking change(Marking seen, boolean marked);

    /** {@link #change} of the state as it is now. */
    default Marking mark(Class<?> entity, String attribute) {
        return change(of(entity, attribute), true);
    }

    /** {@link #change} of the state as it is now. */
    default Marking unmark(Class<?> entity, String attribute) {
        return change(of(entity, attribute), false);
    }

    /** {@link #change} of the state of one name, as it is now. */
    default Marking mark(Class<?> entity, String attribute, String name) {
        return change(of(entity, attribute, name), true);
    }

    /** {@link #change} of the state of one name, as it is now. */
    default Marking unmark(Class<?> entity, String attribute, String name) {
        return change(of(entity, attribute, name), false);
    }
}

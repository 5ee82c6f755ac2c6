package io.fieldveil.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shows an attribute's value to principals with a permission, and a mask to everyone else.
 *
 * <p><b>Guarantees.</b> Hibernate, its caches and the database hold the stored value, never a mask; a mask that comes
 * back (by a form, by JSON, by {@code merge}) is never written. Filtering, ordering, grouping and functions on the
 * attribute need the permission, so that nobody infers what he may not see.
 *
 * <p><b>Does not protect</b> the column: whoever reads the database reads the value, unless {@link #encryptedAtRest()}
 * is set. Code inside the entity ({@code toString}, callbacks) sees what the caller sees.
 *
 * <p>Fits most basic types. Refused when the persistence unit starts: on {@code @Id}, {@code @Version},
 * {@code @NaturalId}; on a collection of basic values, unless they are Strings with an index or a key; in an embeddable of
 * a {@code Set} or as the key of a map; in {@code @OrderBy}; where Hibernate itself keeps a history of its entity, or Envers
 * audits it in a collection, in an embeddable with subclasses, or without the name of {@link #by()}; with {@link #encryptedAtRest()} in a unique constraint or in a collection without index or
 * key; a style that does not fit the type.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Masked {

    /** The permission that sees masked values unless an attribute names another. */
    String VIEW_PII = "VIEW_PII";

    /** What the mask looks like. */
    MaskStyle value() default MaskStyle.FULL;

    /** With {@link MaskStyle#PARTIAL}: how many leading characters remain, 0 or more. */
    int keepFirst() default 0;

    /** With {@link MaskStyle#PARTIAL}: how many trailing characters remain, 0 or more. */
    int keepLast() default 0;

    /** With {@link MaskStyle#CUSTOM}: the class that masks. */
    Class<? extends Mask<?>> custom() default Mask.None.class;

    /** The permission that sees the value. */
    String permission() default VIEW_PII;

    /** Whether the attribute, or a name of {@link #by()}, is masked before anyone marks or unmarks it. */
    boolean initiallyMarked() default true;

    /**
     * Whether the column holds a randomised AEAD ciphertext (AES-256-GCM) instead of the value. Nothing can be searched
     * in it, not even by equality, unless the attribute is {@link AutoHashed} as well. Needs {@link #domain()}.
     */
    boolean encryptedAtRest() default false;

    /** With {@link #encryptedAtRest()}: the stable name under which the attribute's keyset is kept. */
    String domain() default "";

    /**
     * In an entity of name–value rows: the sibling attribute that holds the name by which values are marked, a String or
     * an enum, in the same class and table, not protected and no identifier (FV-541 at the start). Who may not see a
     * value may not give its row another name.
     */
    String by() default "";
}

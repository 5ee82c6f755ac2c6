package io.fieldveil.hibernate;

import io.fieldveil.access.Decision;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.internal.Entities;
import io.fieldveil.hibernate.internal.EntityFieldCodec;
import io.fieldveil.hibernate.internal.Runtimes;
import jakarta.persistence.EntityManagerFactory;
import org.jspecify.annotations.Nullable;

/** What code calls where annotations are not enough. */
public final class Fieldveil {

    private Fieldveil() {}

    /**
     * A query parameter that is meant as a token. Without it a query takes a String for plaintext, so that nobody can
     * search by a token that he copied from a page; only the attributes of {@code @ClientEncrypted} hold what the client
     * sealed, and take that as it is.
     *
     * <p>The result is good for query parameters and natural-id look-ups of this process, and for nothing else.
     *
     * @param token {@code fv1.} and base64url, at most 512 characters
     * @throws io.fieldveil.FieldveilException FV-401 if it is no token
     */
    public static String token(String token) {
        return io.fieldveil.hibernate.internal.QueryTokens.asParameter(SealedValue.ofToken(token));
    }

    /**
     * Sets a protected attribute to a value that is meant, even if it equals the mask of the stored one. The permission
     * to change the attribute is checked all the same, when the change is flushed.
     *
     * @param entity an instance of an entity class, managed or not; or an embeddable that is, or is to be, an element of
     *     a collection
     * @param attribute the attribute's path within the entity or element
     * @param value of the attribute's type
     * @throws io.fieldveil.FieldveilException FV-504 if there is no such protected attribute, FV-506 if the instance is
     *     neither an entity nor such an element, FV-205 if the value has no normal form, FV-207 if an element is a record
     *     that shows another value, FV-508 if it is of another type
     */
    public static void assign(Object entity, String attribute, @Nullable Object value) {
        Entities.assign(entity, attribute, value);
    }

    /**
     * Whether a protected attribute holds a value, told without opening it: the value is sealed and the ciphertexts are
     * compared. A text without normal form matches nothing. The entity may be an element of a collection, as in
     * {@link #assign}.
     *
     * @throws io.fieldveil.FieldveilException FV-302 if the attribute is masked and the current context may not query it,
     *     FV-504 if there is no such protected attribute, FV-505 if it is encrypted at random, FV-506 if the instance is
     *     neither an entity nor such an element, FV-508 if the value is of another type
     */
    public static boolean matches(Object entity, String attribute, @Nullable Object plaintext) {
        return Entities.matches(entity, attribute, plaintext);
    }

    /**
     * What the policy lets the current access context read of a protected attribute, so that a page can mark a mask as
     * one. It tells of the policy alone: null reads as null, what was typed into an instance reads as typed, and neither
     * opens anything.
     *
     * @param entity an instance of an entity class, managed or not, or an element of a collection
     * @param attribute the attribute's path within it
     * @return {@link Decision#REVEAL} where the value is shown; anything else where a mask or a token is;
     *     {@link Decision#REFUSE} also if the policy fails
     * @throws io.fieldveil.FieldveilException FV-504 if there is no such protected attribute, FV-506 if the instance is
     *     neither an entity nor such an element
     */
    public static Decision shown(Object entity, String attribute) {
        return Entities.shown(entity, attribute);
    }

    /**
     * The runtime of a persistence unit: its last mile, its counter, its policy.
     *
     * @throws io.fieldveil.FieldveilException FV-507 if no entity of it has a protected attribute
     */
    public static FieldveilRuntime runtime(EntityManagerFactory factory) {
        return Runtimes.of(factory);
    }

    /**
     * Seals values for JDBC as a persistence unit's entities would store them, and hands what JDBC read to the last mile.
     *
     * @throws io.fieldveil.FieldveilException FV-507 if no entity of it has a protected attribute
     */
    public static FieldCodec codec(EntityManagerFactory factory) {
        return EntityFieldCodec.of(factory);
    }
}

package io.fieldveil.hibernate;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For code that reads and writes the columns of protected attributes by JDBC: a {@code PreparedStatement}, a template, a
 * bulk loader. Thread-safe.
 *
 * <p>It seals as an entity would; it opens nothing itself: what was read goes through the last mile, as a
 * {@link StoredRow}. <b>It does not see the statement</b>: whether the value goes into the right column of the right row
 * is the caller's, as are permissions to change or to read masked attributes, which JDBC does not ask for.
 */
public interface FieldCodec {

    /**
     * What the column holds for a value, in the tenant of the current access context: for encrypted attributes
     * {@code byte[]}, or {@code String} where the storage is TEXT; for {@code @ClientEncrypted} the checked ciphertext,
     * as {@code byte[]}; for attributes that are only masked the value itself, or what its attribute converter or its
     * enum stores.
     *
     * @param entity an entity's class
     * @param attribute the attribute's path
     * @param value of the attribute's type; null stays null
     * @throws io.fieldveil.FieldveilException what the entity would be refused for: FV-201 for a token, FV-202 for a mask,
     *     FV-205 if the value has no normal form, FV-601 if it is no client ciphertext; and FV-504 if there is no such
     *     protected attribute, FV-506 if the class is no entity, FV-508 if the value is of another type
     */
    @Nullable
    Object seal(Class<?> entity, String attribute, @Nullable Object value);

    /**
     * A row as JDBC read it, to be opened by {@link io.fieldveil.lastmile.LastMile#one} or
     * {@link io.fieldveil.lastmile.LastMile#many}.
     *
     * @param entity an entity's class
     * @param id the row's id, which the audit trail records
     * @param columns what the columns hold, by the attributes' paths
     * @throws io.fieldveil.FieldveilException FV-504 if there is no such protected attribute, FV-506 if the class is no
     *     entity, FV-508 if what a column holds is no ciphertext at all, or is of another type
     */
    StoredRow row(Class<?> entity, Object id, Map<String, ? extends @Nullable Object> columns);
}

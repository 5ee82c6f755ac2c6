package io.fieldveil.hibernate.oracle;

import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.mask.Masks;
import io.fieldveil.normalize.NormalizationException;
import io.fieldveil.normalize.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an attribute takes, and what becomes of it.
 *
 * @param normalizer if it is searchable ciphertext
 * @param domain of its ciphertext, if it is ciphertext
 * @param style if it is masked
 * @param values that are typed into it
 */
record Typing(
        @Nullable Normalizer normalizer,
        String domain,
        @Nullable MaskStyle style,
        List<Object> values) {

    static Typing plain(Object... values) {
        return new Typing(null, "", null, List.of(values));
    }

    static Typing masked(MaskStyle style, Object... values) {
        return new Typing(null, "", style, List.of(values));
    }

    static Typing encrypted(String domain, MaskStyle style, Object... values) {
        return new Typing(null, domain, style, List.of(values));
    }

    static Typing hashed(Normalizer normalizer, String domain, Object... values) {
        return new Typing(normalizer, domain, null, List.of(values));
    }

    boolean searchable() {
        return normalizer != null;
    }

    boolean sealed() {
        return !domain.isEmpty();
    }

    boolean masked() {
        return style != null;
    }

    /** What a correct store holds of a typed value. */
    @Nullable
    Object normal(@Nullable Object value) {
        if (value == null || normalizer == null) {
            return value;
        }
        try {
            return normalizer.normalize((String) value);
        } catch (NormalizationException e) {
            return value;
        }
    }

    boolean storable(@Nullable Object value) {
        if (value == null || normalizer == null) {
            return true;
        }
        try {
            normalizer.normalize((String) value);
            return true;
        } catch (NormalizationException e) {
            return false;
        }
    }

    /** What someone without permission reads of it. */
    @Nullable
    Object mask(@Nullable Object value) {
        if (value == null || style == null) {
            return value;
        }
        return value instanceof Integer number
                ? Masks.of(style, 0, 0, Integer.class).mask(number)
                : Masks.of(style, 0, 0, String.class).mask((String) value);
    }
}

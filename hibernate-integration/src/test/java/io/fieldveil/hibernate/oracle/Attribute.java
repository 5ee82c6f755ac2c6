package io.fieldveil.hibernate.oracle;

import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.mask.Masks;
import io.fieldveil.normalize.NormalizationException;
import io.fieldveil.normalize.Normalizer;
import io.fieldveil.normalize.Normalizers;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attributes of both entities, with the values that are typed into them. */
enum Attribute {
    CITY("city", null, null, "Berlin", "berlin", "Ulm", ""),
    EMAIL(
            "email",
            Normalizers.email(),
            null,
            "alice@example.org",
            " Alice@Example.ORG ",
            "bob@example.org",
            "straße@exämple.org",
            "no address",
            ""),
    PHONE("phone", Normalizers.phone("DE"), null, "+4930901820", "030 / 90 18 20", "+442079460958", "12"),
    LAST_NAME("lastName", null, MaskStyle.NAME, "Jansen", "Ada Lovelace", "O'Neill", "x"),
    INCOME("income", null, MaskStyle.NUMBER, 47_100, 40_000, 48_999, 0, -7),
    NOTE("note", null, MaskStyle.FULL, "called twice", "Größe 3", "x");

    final String name;
    private final @Nullable Normalizer normalizer;
    private final @Nullable MaskStyle style;
    private final List<Object> values;

    Attribute(String name, @Nullable Normalizer normalizer, @Nullable MaskStyle style, Object... values) {
        this.name = name;
        this.normalizer = normalizer;
        this.style = style;
        this.values = List.of(values);
    }

    List<Object> typed() {
        return values;
    }

    boolean searchable() {
        return normalizer != null;
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

    @Nullable
    Object get(Object entity) {
        try {
            return entity.getClass().getDeclaredField(name).get(entity);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    void set(Object entity, @Nullable Object value) {
        try {
            entity.getClass().getDeclaredField(name).set(entity, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static void copy(Object from, Object to) {
        Arrays.stream(values()).forEach(attribute -> attribute.set(to, attribute.get(from)));
    }
}

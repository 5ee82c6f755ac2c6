package io.fieldveil.hibernate.oracle;

import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.normalize.Normalizers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The attributes of both entities, with the values that are typed into them. */
enum Attribute {
    CITY("city", Typing.plain("Berlin", "berlin", "Ulm", "")),
    EMAIL(
            "email",
            Typing.hashed(
                    Normalizers.email(),
                    "email",
                    "alice@example.org",
                    " Alice@Example.ORG ",
                    "bob@example.org",
                    "straße@exämple.org",
                    "no address",
                    "")),
    PHONE(
            "phone",
            Typing.hashed(Normalizers.phone("DE"), "phone", "+4930901820", "030 / 90 18 20", "+442079460958", "12")),
    LAST_NAME("lastName", Typing.masked(MaskStyle.NAME, "Jansen", "Ada Lovelace", "O'Neill", "x")),
    INCOME("income", Typing.masked(MaskStyle.NUMBER, 47_100, 40_000, 48_999, 0, -7)),
    NOTE("note", Typing.encrypted("note", MaskStyle.FULL, "called twice", "Größe 3", "x")),
    LABEL("reach.label", Typing.plain("home", "work")),
    HANDLE("reach.handle", Typing.hashed(Normalizers.text(), "handle", "ada", " ada ", "bob")),
    NICKNAME("reach.nickname", Typing.masked(MaskStyle.NAME, "Bibi", "Momo", "y")),
    CARD("card", Typing.hashed(Normalizers.text(), "card", "4711 0815", "0815 4711")),
    MOTTO("motto", Typing.masked(MaskStyle.FULL, "slow and steady", "carpe diem"));

    /** The path from the entity on. */
    final String name;

    private final Typing typing;

    Attribute(String name, Typing typing) {
        this.name = name;
        this.typing = typing;
    }

    Typing typing() {
        return typing;
    }

    List<Object> typed() {
        return typing.values();
    }

    boolean searchable() {
        return typing.searchable();
    }

    boolean masked() {
        return typing.masked();
    }

    String column() {
        return name.substring(name.indexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    @Nullable
    Object normal(@Nullable Object value) {
        return typing.normal(value);
    }

    boolean storable(@Nullable Object value) {
        return typing.storable(value);
    }

    @Nullable
    Object mask(@Nullable Object value) {
        return typing.mask(value);
    }

    private boolean ofRecord() {
        return name.startsWith("reach.");
    }

    @Nullable
    Object get(Object entity) {
        if (!ofRecord()) {
            return Fields.get(entity, name);
        }
        Object reach = Fields.get(entity, "reach");
        return reach == null ? null : Fields.get(reach, column());
    }

    /** A component is changed by a new record. */
    void set(Object entity, @Nullable Object value) {
        if (!ofRecord()) {
            Fields.set(entity, name, value);
            return;
        }
        List<Attribute> components = List.of(LABEL, HANDLE, NICKNAME);
        @Nullable
        Object[] values = components.stream()
                .<@Nullable Object>map(component -> component == this ? value : component.get(entity))
                .toArray();
        boolean none = Arrays.stream(values).allMatch(Objects::isNull);
        Fields.set(entity, "reach", none ? null : Fields.record(entity, "reach", values));
    }

    static void copy(Object from, Object to) {
        Arrays.stream(values()).forEach(attribute -> attribute.set(to, attribute.get(from)));
    }
}

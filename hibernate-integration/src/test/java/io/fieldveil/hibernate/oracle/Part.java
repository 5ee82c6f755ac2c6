package io.fieldveil.hibernate.oracle;

import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.normalize.Normalizers;
import org.jspecify.annotations.Nullable;

/** The attributes of the elements of both entities' lists. */
enum Part {
    TOWN("town", Typing.plain("Rome", "Oslo", "Bern")),
    CODE("code", Typing.hashed(Normalizers.text(), "place-code", "A1", " A1", "B2")),
    STREET("street", Typing.masked(MaskStyle.FULL, "Via Appia", "Storgata", "Gasse 3"));

    final String name;
    private final Typing typing;

    Part(String name, Typing typing) {
        this.name = name;
        this.typing = typing;
    }

    Typing typing() {
        return typing;
    }

    boolean isSeenBy(Role role) {
        return role.seesAll() || !typing.masked();
    }

    @Nullable
    Object get(Object element) {
        return Fields.get(element, name);
    }

    void set(Object element, @Nullable Object value) {
        Fields.set(element, name, value);
    }

    /** What someone reads of a stored value; not told of tokens. */
    @Nullable
    Object shown(Role role, @Nullable Object stored) {
        return isSeenBy(role) ? stored : typing.mask(stored);
    }

    /** A new element that shows the same. */
    static <E> E copy(E element, E made) {
        for (Part part : values()) {
            part.set(made, part.get(element));
        }
        return made;
    }
}

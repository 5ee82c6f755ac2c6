package io.fieldveil.hibernate.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one element, or of the row of one, for comparing each element of a collection with many rows: every
 * value is sealed, opened and masked once at most. A part is named by its position in {@link ElementPlace#parts()}.
 */
final class ElementFacts {

    private static final Object UNKNOWN = new Object();

    private final ElementPlace place;
    private final Object element;
    private final @Nullable Object[] owners;
    private final @Nullable Object[] sealed;
    private final @Nullable Object[] opened;
    private final @Nullable Object[] masks;
    private final @Nullable Object[] origins;
    private @Nullable List<@Nullable Object> others;

    ElementFacts(ElementPlace place, Object element) {
        this.place = place;
        this.element = element;
        owners = place.parts().stream().map(part -> part.owner(element)).toArray();
        sealed = unknown();
        opened = unknown();
        masks = unknown();
        origins = unknown();
    }

    private @Nullable Object[] unknown() {
        @Nullable Object[] values = new Object[owners.length];
        Arrays.fill(values, UNKNOWN);
        return values;
    }

    /** The instance that has the part's value; null where there is none. */
    @Nullable
    Object owner(int part) {
        return owners[part];
    }

    /** What Hibernate holds of it. */
    @Nullable
    Object sealed(int part) {
        Object owner = owners[part];
        return owner == null
                ? null
                : known(sealed, part, () -> attributePart(part).outOf(owner));
    }

    /** The value, or what was posted. */
    @Nullable
    Object opened(int part) {
        Object held = sealed(part);
        return held == null ? null : known(opened, part, () -> attribute(part).open(held));
    }

    /** The value's mask; null where there is none. */
    @Nullable
    Object mask(int part) {
        Object value = opened(part);
        return value == null ? null : known(masks, part, () -> attribute(part).maskOf(value));
    }

    /** What the part's row held when the instance was loaded, or last written; null if that is not known. */
    @Nullable
    Object origin(int part) {
        Object owner = owners[part];
        return owner == null
                ? null
                : known(origins, part, () -> {
                    var slot = Memory.slot(owner, attribute(part));
                    return slot == null ? null : slot.row();
                });
    }

    /**
     * The same for an element and a row of which it may be a copy: the masks, and what everybody sees. Masks are their own
     * masks, so that it makes no difference which of the two shows one. Null where a token stands for a mask.
     */
    @Nullable
    List<@Nullable Object> covers() {
        return seen(this::mask);
    }

    /** The same with the values behind the masks. */
    @Nullable
    List<@Nullable Object> values() {
        return seen(this::opened);
    }

    private @Nullable List<@Nullable Object> seen(IntFunction<@Nullable Object> masked) {
        var keys = new ArrayList<@Nullable Object>();
        for (int part = 0; part < owners.length; part++) {
            Object held = sealed(part);
            boolean covered = attribute(part).masked();
            if (covered && held instanceof PostedToken) {
                return null;
            }
            keys.add(Memory.key(covered || held == null ? masked.apply(part) : PostedToken.unwrap(held)));
        }
        others().forEach(other -> keys.add(Memory.key(other)));
        return keys;
    }

    /** What the row held that the element was loaded from; null if that is not known of every part. */
    @Nullable
    List<@Nullable Object> origins() {
        return all(this::isLoaded, this::origin);
    }

    /** What a row holds; null if it lacks an instance that has a part's value. */
    @Nullable
    List<@Nullable Object> held() {
        return all(part -> true, this::sealed);
    }

    private @Nullable List<@Nullable Object> all(IntPredicate known, IntFunction<@Nullable Object> value) {
        var keys = new ArrayList<@Nullable Object>();
        for (int part = 0; part < owners.length; part++) {
            if (owners[part] == null || !known.test(part)) {
                return null;
            }
            keys.add(Memory.key(value.apply(part)));
        }
        return keys;
    }

    /** Whether it is known what the part's row held. */
    boolean isLoaded(int part) {
        Object owner = owners[part];
        return owner != null && (origin(part) != null || Memory.handedOut(owner));
    }

    /** Whether a part shows something that is its own mask; null shows nothing. */
    boolean isCover(int part) {
        Object value = opened(part);
        return value != null && Memory.same(value, mask(part));
    }

    /** The attributes that are not protected. */
    List<@Nullable Object> others() {
        var values = others;
        if (values == null) {
            values = place.others().stream()
                    .<@Nullable Object>map(other -> other.value(element))
                    .toList();
            others = values;
        }
        return values;
    }

    private ElementPart attributePart(int part) {
        return place.parts().get(part);
    }

    private ProtectedAttribute attribute(int part) {
        return attributePart(part).attribute();
    }

    private static @Nullable Object known(@Nullable Object[] values, int part, Supplier<@Nullable Object> find) {
        if (values[part] == UNKNOWN) {
            values[part] = find.get();
        }
        return values[part];
    }
}

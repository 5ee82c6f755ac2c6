package io.fieldveil.hibernate.internal;

import io.fieldveil.access.Access;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Tells by what is remembered of an element, or by what it shows, which row it comes from. */
final class ElementCopies {

    private final ElementPlace place;

    ElementCopies(ElementPlace place) {
        this.place = place;
    }

    /** Whether it is known of any part of an element what its row held. */
    boolean isLoaded(Object element) {
        return place.parts().stream().anyMatch(part -> isLoaded(part, element));
    }

    private static boolean isLoaded(ElementPart part, Object element) {
        Object owner = part.owner(element);
        return owner != null && (Memory.handedOut(owner) || origin(part, owner) != null);
    }

    /** What a part's row held when the instance was loaded, or last written. */
    private static @Nullable Object origin(ElementPart part, Object owner) {
        var slot = Memory.slot(owner, part.attribute());
        return slot == null ? null : slot.row();
    }

    /**
     * Whether an element was loaded from a row, or typed and written to it, whatever was typed into it since.
     *
     * @param nulls whether a part that is null now may have been something else
     */
    @SuppressWarnings("ReferenceEquality") // a text that was written stands in the snapshot itself
    boolean isLoadedFrom(Object element, Object row, boolean nulls) {
        return element == row
                || (isLoaded(element)
                        && all(element, (part, owner) -> {
                            Object origin = origin(part, owner);
                            return !isLoaded(part, element)
                                    || (nulls && origin == null)
                                    || Memory.same(origin, part.sealed(row));
                        }));
    }

    /** Whether an element that was not loaded shows in each part what a row shows, and is like it in all the others. */
    boolean isCopy(Object element, Object row) {
        return place.others().stream().allMatch(other -> Memory.same(other.value(element), other.value(row)))
                && all(element, (part, owner) -> shows(part, part.outOf(owner), part.sealed(row)))
                && place.parts().stream().allMatch(part -> part.owner(element) != null || part.sealed(row) == null);
    }

    private static boolean shows(ElementPart part, @Nullable Object now, @Nullable Object sealed) {
        if (now == null || sealed == null) {
            return now == sealed;
        }
        var attribute = part.attribute();
        if (!attribute.masked() || now instanceof PostedToken) {
            return Memory.same(PostedToken.unwrap(now), sealed);
        }
        return attribute.isMaskOf(now, sealed)
                || (attribute.may(Access.READ)
                        && !(now instanceof Posted)
                        && Memory.same(attribute.open(now), attribute.open(sealed)));
    }

    /** Whether what can be nothing but masks and tokens in an element are those of a row, and there are some. */
    boolean hasTracesOf(Object element, Object row) {
        boolean[] any = new boolean[1];
        return all(element, (part, owner) -> {
                    Object now = part.outOf(owner);
                    if (!isTrace(part, now)) {
                        return true;
                    }
                    any[0] = true;
                    return shows(part, now, part.sealed(row));
                })
                && any[0];
    }

    boolean hasTokenOfAnother(Object element, Object row) {
        return !all(
                element,
                (part, owner) -> !(part.outOf(owner) instanceof PostedToken token)
                        || Memory.same(token.sealed(), part.sealed(row)));
    }

    private static boolean isTrace(ElementPart part, @Nullable Object now) {
        return now instanceof PostedToken
                || now instanceof PostedMask
                || (now != null
                        && part.attribute().masked()
                        && part.attribute().isMarkedMask(part.attribute().open(now)));
    }

    private boolean all(Object element, BiPredicate<ElementPart, Object> condition) {
        return place.parts().stream().allMatch(part -> {
            Object owner = part.owner(element);
            return owner == null || condition.test(part, owner);
        });
    }
}

package io.fieldveil.hibernate.internal;

import io.fieldveil.access.Access;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells by what is remembered of an element, or by what it shows, which row it comes from. */
final class ElementCopies {

    private final ElementPlace place;
    private final IdentityHashMap<Object, ElementFacts> known = new IdentityHashMap<>();
    private final @Nullable Boolean[] readable;

    ElementCopies(ElementPlace place) {
        this.place = place;
        readable = new Boolean[place.parts().size()];
    }

    private ElementFacts facts(Object element) {
        return known.computeIfAbsent(element, key -> new ElementFacts(place, key));
    }

    private ProtectedAttribute attribute(int part) {
        return place.parts().get(part).attribute();
    }

    private boolean isReadable(int part) {
        Boolean may = readable[part];
        if (may == null) {
            may = attribute(part).may(Access.READ);
            readable[part] = may;
        }
        return may;
    }

    /** What a row holds of a part. */
    @Nullable
    Object sealed(ElementPart part, Object row) {
        return facts(row).sealed(place.parts().indexOf(part));
    }

    /** How many rows have which mask of a part. */
    Map<Object, Integer> masks(ElementPart part, Collection<Object> rows) {
        var counted = new HashMap<Object, Integer>();
        for (Object row : rows) {
            Object mask = Memory.key(facts(row).mask(place.parts().indexOf(part)));
            if (mask != null) {
                counted.merge(mask, 1, Integer::sum);
            }
        }
        return counted;
    }

    /** Rows by what they hold, or show; without those of which it is not known. */
    Map<List<@Nullable Object>, List<Object>> index(
            Map<Object, Object> rows, Function<ElementFacts, @Nullable List<@Nullable Object>> key) {
        var index = new HashMap<List<@Nullable Object>, List<Object>>();
        rows.forEach((position, row) -> {
            var found = key.apply(facts(row));
            if (found != null) {
                index.computeIfAbsent(found, first -> new ArrayList<>()).add(position);
            }
        });
        return index;
    }

    /** What the row held that an element was loaded from; null if that is not known of every part. */
    @Nullable
    List<@Nullable Object> origins(Object element) {
        return facts(element).origins();
    }

    /** Which rows an element that was not loaded is a copy of. */
    List<Object> copied(Object element, CopyIndex rows) {
        var facts = facts(element);
        var covers = facts.covers();
        if (covers == null) {
            return rows.filter(rows.positions(), row -> isCopy(element, row));
        }
        var alike = rows.byCovers().getOrDefault(covers, List.of());
        var masked = parts().filter(part -> attribute(part).masked() && facts.sealed(part) != null);
        var shown = masked.boxed().toList();
        if (alike.isEmpty() || shown.stream().allMatch(facts::isCover)) {
            return alike;
        }
        if (shown.stream().anyMatch(facts::isCover)) {
            return rows.filter(alike, row -> isCopy(element, row));
        }
        return shown.stream().allMatch(this::isReadable)
                ? rows.byValues().getOrDefault(facts.values(), List.of())
                : List.of();
    }

    /** Whether it is known of any part of an element what its row held. */
    boolean isLoaded(Object element) {
        var facts = facts(element);
        return parts().anyMatch(facts::isLoaded);
    }

    /**
     * Whether an element was loaded from a row, or typed and written to it, whatever was typed into it since.
     *
     * @param nulls whether a part that is null now may have been something else
     */
    @SuppressWarnings("ReferenceEquality") // a text that was written stands in the snapshot itself
    boolean isLoadedFrom(Object element, Object row, boolean nulls) {
        if (element == row) {
            return true;
        }
        var facts = facts(element);
        var stored = facts(row);
        return all(facts, part -> {
                    Object origin = facts.origin(part);
                    return (origin == null && nulls)
                            || Memory.same(origin, stored.sealed(part))
                            || !facts.isLoaded(part);
                })
                && isLoaded(element);
    }

    /** Whether an element that was not loaded shows in each part what a row shows, and is like it in all the others. */
    boolean isCopy(Object element, Object row) {
        var facts = facts(element);
        var stored = facts(row);
        return isLikeInOthers(facts, stored)
                && all(facts, part -> shows(part, facts, stored))
                && parts().allMatch(part -> facts.owner(part) != null || stored.sealed(part) == null);
    }

    private static boolean isLikeInOthers(ElementFacts element, ElementFacts row) {
        for (int i = 0; i < row.others().size(); i++) {
            if (!Memory.same(element.others().get(i), row.others().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether an element is like a row in all that everybody sees, and there is something of that kind. */
    boolean isLike(Object element, Object row) {
        var facts = facts(element);
        var stored = facts(row);
        boolean seen = !place.others().isEmpty()
                || parts().anyMatch(part -> !attribute(part).masked());
        return seen
                && isLikeInOthers(facts, stored)
                && parts().filter(part -> !attribute(part).masked()).allMatch(part -> shows(part, facts, stored));
    }

    private boolean shows(int part, ElementFacts element, ElementFacts row) {
        Object now = element.sealed(part);
        Object held = row.sealed(part);
        if (now == null || held == null) {
            return now == held;
        }
        if (!attribute(part).masked() || now instanceof PostedToken) {
            return Memory.same(PostedToken.unwrap(now), held);
        }
        Object shown = element.opened(part);
        return Memory.same(shown, row.mask(part))
                || (isReadable(part) && !(now instanceof Posted) && Memory.same(shown, row.opened(part)));
    }

    /** Whether there is anything in an element that can be nothing but a mask or token. */
    boolean hasTraces(Object element) {
        var facts = facts(element);
        return parts().anyMatch(part -> isTrace(facts, part));
    }

    /** Whether all of that in an element is a row's. */
    boolean hasTracesOf(Object element, Object row) {
        var facts = facts(element);
        return parts().filter(part -> isTrace(facts, part)).allMatch(part -> shows(part, facts, facts(row)));
    }

    boolean hasTokenOfAnother(Object element, Object row) {
        var facts = facts(element);
        return !all(
                facts,
                part -> !(facts.sealed(part) instanceof PostedToken token)
                        || Memory.same(token.sealed(), facts(row).sealed(part)));
    }

    private boolean isTrace(ElementFacts element, int part) {
        Object now = element.sealed(part);
        Object shown = element.opened(part);
        return now instanceof PostedToken
                || now instanceof PostedMask
                || (shown != null && attribute(part).isMarkedMask(shown));
    }

    private IntStream parts() {
        return IntStream.range(0, place.parts().size());
    }

    private boolean all(ElementFacts element, IntPredicate condition) {
        return parts().allMatch(part -> element.owner(part) == null || condition.test(part));
    }
}

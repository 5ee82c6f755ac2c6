package io.fieldveil.marking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All markings as they were at one moment. Immutable.
 *
 * @param readAt when reading began, by {@link System#nanoTime()}
 * @param stamp the store's stamp before they were read: a change in between is read again
 * @param byKey what was marked and unmarked
 * @param named attributes of which a name is marked, without the name
 */
record MarkingSnapshot(long readAt, String stamp, Map<MarkingKey, Boolean> byKey, Set<MarkingKey> named) {

    static MarkingSnapshot of(long readAt, String stamp, List<Marking> markings) {
        var byKey = new HashMap<MarkingKey, Boolean>();
        var named = new HashSet<MarkingKey>();
        for (Marking marking : markings) {
            byKey.put(marking.key(), marking.marked());
            if (marking.marked()) {
                named.add(marking.key().named(""));
            }
        }
        return new MarkingSnapshot(readAt, stamp, Map.copyOf(byKey), Set.copyOf(named));
    }

    /** The same markings, which were found unchanged. */
    MarkingSnapshot seenAgain(long now) {
        return new MarkingSnapshot(now, stamp, byKey, named);
    }

    @Nullable
    Boolean marked(MarkingKey key) {
        return byKey.get(key);
    }

    boolean anyMarked(MarkingKey attribute) {
        return named.contains(attribute.named(""));
    }
}

package io.fieldveil.hibernate.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The list of embeddables is changed: an element of it, or as a whole.
 *
 * @param town of a new element; it is never null, since Hibernate loads no element that holds nothing
 * @param value what is typed into the part
 */
record Places(
        Role role,
        int row,
        How how,
        int place,
        String town,
        Part part,
        @Nullable Object value) implements Operation {

    enum How {
        ADD,
        CHANGE,
        CHANGE_DETACHED,
        /** Another element takes its place. */
        REPLACE,
        /** A copy that shows the same, but for one part, takes its place. */
        COPY,
        REMOVE,
        REVERSE,
        /** All elements are put into another list. */
        RELIST,
        CLEAR,
        NULL
    }

    @Override
    public void run(World world) {
        Long id = world.pick(row);
        if (id == null) {
            return;
        }
        var stored = world.twin(id).places;
        boolean element = how == How.CHANGE
                || how == How.CHANGE_DETACHED
                || how == How.REPLACE
                || how == How.COPY
                || how == How.REMOVE;
        if (element && stored.isEmpty()) {
            return;
        }
        int at = element ? Math.floorMod(place, stored.size()) : 0;
        var before = element ? stored.get(at) : null;
        boolean keeps = before != null && keeps(before);
        world.write(before == null ? Set.of() : refusals(before, keeps), () -> change(world, id, at), session -> {
            var twin = session.find(Twin.class, id);
            apply(twin.places, places -> twin.places = places, at, Twin.PlainPlace::new, true, keeps);
        });
    }

    /** Whether what stands behind the masked part stays, since what shows there is its mask. */
    private boolean keeps(Twin.PlainPlace before) {
        Object shown = Part.STREET.shown(role, before.street);
        return switch (how) {
            case CHANGE, CHANGE_DETACHED -> part == Part.STREET && Objects.equals(value, shown);
            case COPY -> part != Part.STREET || Objects.equals(value, shown);
            default -> false;
        };
    }

    private Set<String> refusals(Twin.PlainPlace before, boolean keeps) {
        var refusals = new HashSet<String>();
        boolean replaces = how == How.REPLACE;
        boolean typed = replaces || part == Part.STREET && how != How.REMOVE;
        Object street = part == Part.STREET ? value : null;
        boolean changes = street != null || before.street != null;
        if (typed && changes && !keeps && !role.seesAll()) {
            refusals.add("FV-203");
        }
        return refusals;
    }

    private void change(World world, Long id, int at) {
        if (how == How.CHANGE_DETACHED) {
            Guarded detached = world.as(role, session -> session.find(Guarded.class, id));
            type(detached.places.get(at), false, false);
            world.as(role, session -> session.merge(detached));
            return;
        }
        world.as(role, session -> {
            var guarded = session.find(Guarded.class, id);
            apply(guarded.places, places -> guarded.places = places, at, Guarded.Place::new, false, false);
            return id;
        });
    }

    @SuppressWarnings("NullAway") // a collection that is null is one of the ways to empty it
    private <E> void apply(
            List<E> places, Consumer<List<E>> field, int at, Supplier<E> make, boolean twin, boolean keeps) {
        switch (how) {
            case ADD -> places.add(made(make, twin));
            case REPLACE -> places.set(at, made(make, twin));
            case CHANGE, CHANGE_DETACHED -> type(places.get(at), twin, keeps);
            case COPY -> {
                places.set(at, Part.copy(places.get(at), make.get()));
                type(places.get(at), twin, keeps);
            }
            case REMOVE -> {
                E removed = places.remove(at);
                Objects.requireNonNull(removed);
            }
            case REVERSE -> Collections.reverse(places);
            case RELIST -> field.accept(new ArrayList<>(places));
            case CLEAR -> places.clear();
            case NULL -> field.accept(null);
        }
    }

    private <E> E made(Supplier<E> make, boolean twin) {
        E made = make.get();
        Part.TOWN.set(made, town);
        type(made, twin, false);
        return made;
    }

    /** Types the value, normalised into the twin, which keeps what is masked for the other. */
    private void type(Object element, boolean twin, boolean keeps) {
        if (part == Part.TOWN) {
            part.set(element, value == null ? town : value);
        } else if (!twin) {
            part.set(element, value);
        } else if (!keeps || part != Part.STREET) {
            part.set(element, part.typing().normal(value));
        }
    }
}

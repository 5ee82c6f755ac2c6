package io.fieldveil.hibernate.internal;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The edge of an embeddable with protected attributes. An instance that the application puts in place of another, as it
 * changes a record, takes over what is remembered of the fields that it shows unchanged.
 */
final class EmbeddedEdge implements Edge {

    /**
     * What stood in the field.
     *
     * @param instance weakly: it may refer to its owner, which would then never be forgotten
     * @param within what stood in the embeddables within it
     */
    record Held(WeakReference<Object> instance, Memory memory, Map<EmbeddedEdge, Held> within) {}

    private final WeakIdentityMap<Held> held;
    private final ComponentEdges component;
    private final Class<?> declaring;
    private final Function<Object, @Nullable Object> field;
    private final @Nullable BiConsumer<Object, @Nullable Object> setField;

    /**
     * @param held beside its owner, what stood in the field when Hibernate last touched it
     * @param component the edges of the embeddable's attributes
     * @param declaring the class that has the field
     */
    EmbeddedEdge(
            WeakIdentityMap<Held> held,
            ComponentEdges component,
            Class<?> declaring,
            Function<Object, @Nullable Object> field,
            @Nullable BiConsumer<Object, @Nullable Object> setField) {
        this.held = held;
        this.component = component;
        this.declaring = declaring;
        this.field = field;
        this.setField = setField;
    }

    @Override
    public @Nullable Object outOf(Object owner) {
        Object instance = field.apply(owner);
        Held before = instance == null ? null : held.get(owner);
        if (instance != null && (before == null || before.instance().get() != instance)) {
            if (before != null && !Memory.knows(instance)) {
                Memory.of(instance).adopt(before.memory(), instance, component.edges());
                before.within().forEach((edge, inner) -> edge.takeOver(instance, inner));
            }
            hold(owner, instance);
        }
        return instance;
    }

    @Override
    public boolean isSettable() {
        return setField != null;
    }

    @Override
    public void into(Object owner, @Nullable Object value) {
        if (setField == null) {
            throw new IllegalStateException("The embeddable has its value for good");
        }
        setField.accept(owner, value);
        if (value != null) {
            hold(owner, value);
        }
    }

    /** Whether the instance has the field: an embeddable's mapping has those of all classes that extend it. */
    private boolean isOf(Object instance) {
        return declaring.isInstance(instance);
    }

    private void takeOver(Object instance, Held inner) {
        if (isOf(instance)) {
            held.put(instance, inner);
        }
    }

    private void hold(Object owner, Object instance) {
        var within = new HashMap<EmbeddedEdge, Held>();
        for (EmbeddedEdge edge : component.embedded()) {
            boolean any = edge.isOf(instance) && edge.outOf(instance) != null;
            Held inner = any ? edge.held.get(instance) : null;
            if (inner != null) {
                within.put(edge, inner);
            }
        }
        held.put(owner, new Held(new WeakReference<>(instance), Memory.of(instance), within));
    }
}

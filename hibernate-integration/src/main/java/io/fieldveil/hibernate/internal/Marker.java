package io.fieldveil.hibernate.internal;

import io.fieldveil.access.Access;
import io.fieldveil.access.AttributeRule;
import io.fieldveil.access.Decision;
import io.fieldveil.hibernate.FieldveilRuntime;
import io.fieldveil.marking.MarkingKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a masked attribute is marked now: as a whole, or by the name that stands beside the value. */
final class Marker {

    private final AttributeRule rule;
    private final boolean initially;
    private final FieldveilRuntime runtime;
    private final @Nullable Naming naming;

    /** Asked for with each value that is read, and mostly for the same tenant. */
    private volatile @Nullable MarkingKey last;

    Marker(AttributeRule rule, boolean initially, boolean byName, FieldveilRuntime runtime) {
        this.rule = rule;
        this.initially = initially;
        this.runtime = runtime;
        this.naming = byName ? new Naming() : null;
    }

    Marker copy() {
        return new Marker(rule, initially, isByName(), runtime);
    }

    boolean initially() {
        return initially;
    }

    boolean isByName() {
        return naming != null;
    }

    /** What knows the name beside the value; null where there is none. */
    @Nullable
    Naming naming() {
        return naming;
    }

    /** The attribute in the current tenant. */
    MarkingKey key() {
        String tenant = runtime.currentContext().tenant();
        MarkingKey known = last;
        if (known == null || !known.tenant().equals(tenant)) {
            known = new MarkingKey(tenant, rule.entity(), rule.attribute(), "");
            last = known;
        }
        return known;
    }

    /** Whether the attribute is marked, or, by name, any value of it may be. */
    boolean isMarked() {
        var markings = runtime.currentMarkings();
        return naming == null ? markings.isMarked(key(), initially) : markings.isAnyMarked(key(), initially);
    }

    /** Whether the value of one instance is marked, under any name that its row is known to have had. */
    boolean isMarked(@Nullable Object owner) {
        if (naming == null || owner == null) {
            return isMarked();
        }
        var names = Memory.names(owner, naming);
        return names.isEmpty() ? isMarked() : names.stream().anyMatch(this::isMarkedName);
    }

    /** Whether values of a name are marked; empty stands for a row whose name is null. */
    boolean isMarkedName(Optional<String> name) {
        return name.map(text -> runtime.currentMarkings().isMarked(key().named(text), initially))
                .orElseGet(this::isMarked);
    }

    /** Whether the current context sees the value although it is marked, so that it may show it to everyone. */
    boolean mayUnmark() {
        return ProtectedAttribute.decide(runtime, rule.marked(true), Access.READ) == Decision.REVEAL;
    }
}

package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
import io.fieldveil.audit.Disclosure;
import io.fieldveil.audit.DisclosureKind;
import io.fieldveil.audit.DisclosureOutcome;
import io.fieldveil.hibernate.FieldveilRuntime;
import io.fieldveil.marking.Marking;
import io.fieldveil.marking.MarkingKey;
import io.fieldveil.marking.Markings;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The markings of a runtime's persistence units: who may change them, and on record. Public for
 * {@code FieldveilRuntime}, its only caller outside.
 */
public final class DeclaredMarkings implements Markings {

    private static final Comparator<MarkingKey> ORDER = Comparator.comparing(MarkingKey::entity)
            .thenComparing(MarkingKey::attribute)
            .thenComparing(MarkingKey::name);

    private final FieldveilRuntime runtime;

    /** The markings of what is bound to this runtime. */
    public DeclaredMarkings(FieldveilRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public Marking of(Class<?> entity, String attribute) {
        var masked = DeclaredAttributes.of(runtime).find(entity, attribute);
        if (masked.marker().isByName()) {
            throw Messages.markedByName(masked.rule());
        }
        return state(masked, "");
    }

    @Override
    public Marking of(Class<?> entity, String attribute, String name) {
        var masked = DeclaredAttributes.of(runtime).find(entity, attribute);
        if (!masked.marker().isByName()) {
            throw Messages.notMarkedByName(masked.rule());
        }
        return state(masked, name);
    }

    private Marking state(ProtectedAttribute attribute, String name) {
        var key = attribute.marker().key().named(name);
        return runtime.currentMarkings().find(key).orElseGet(() -> initial(attribute, key));
    }

    private static Marking initial(ProtectedAttribute attribute, MarkingKey key) {
        return new Marking(key, attribute.marker().initially(), 0);
    }

    @Override
    public List<Marking> all() {
        Map<MarkingKey, ProtectedAttribute> declared =
                DeclaredAttributes.of(runtime).byKey();
        var all = new TreeMap<MarkingKey, Marking>(ORDER);
        declared.forEach((key, attribute) -> {
            if (!attribute.marker().isByName()) {
                all.put(key, initial(attribute, key));
            }
        });
        for (Marking marking : runtime.currentMarkings().all()) {
            var attribute = declared.get(marking.key().named(""));
            if (attribute != null
                    && (attribute.marker().isByName() || marking.name().isEmpty())) {
                all.put(marking.key(), marking);
            }
        }
        return List.copyOf(all.values());
    }

    @Override
    public Marking change(Marking seen, boolean marked) {
        var attribute = DeclaredAttributes.of(runtime).find(seen.key());
        requirePermission(attribute, marked);
        // What is marked for no tenant would count for callers without one, who are refused everywhere else.
        var unused = runtime.currentTenant();
        var now = runtime.currentMarkings().find(seen.key()).orElseGet(() -> initial(attribute, seen.key()));
        if (now.equals(seen) && now.version() > 0 && now.marked() == marked) {
            return now;
        }
        long intent = runtime.audit().intent(record(attribute, seen, marked));
        Marking changed;
        try {
            changed = runtime.currentMarkings().change(seen, marked);
        } catch (RuntimeException e) {
            failed(intent, e);
            throw e;
        }
        runtime.audit().outcome(intent, DisclosureOutcome.DELIVERED, 0);
        return changed;
    }

    private void requirePermission(ProtectedAttribute attribute, boolean marked) {
        if (!runtime.currentContext().has(MARK_PII)
                || !(marked || attribute.marker().mayUnmark())) {
            throw Messages.markingNotPermitted(attribute.rule(), marked);
        }
    }

    private Disclosure record(ProtectedAttribute attribute, Marking seen, boolean marked) {
        var context = runtime.currentContext();
        return new Disclosure(
                marked ? DisclosureKind.MARK : DisclosureKind.UNMARK,
                context.principal(),
                context.purpose(),
                context.tenant(),
                context.principal(),
                seen.entity(),
                attribute.marker().isByName() ? List.of(seen.name()) : List.of(),
                Set.of(seen.attribute()));
    }

    private void failed(long intent, RuntimeException failure) {
        try {
            runtime.audit().outcome(intent, DisclosureOutcome.FAILED, 0);
        } catch (FieldveilException e) {
            failure.addSuppressed(e);
        }
    }
}

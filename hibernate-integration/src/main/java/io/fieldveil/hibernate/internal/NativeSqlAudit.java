package io.fieldveil.hibernate.internal;

import io.fieldveil.audit.Disclosure;
import io.fieldveil.audit.DisclosureKind;
import io.fieldveil.audit.DisclosureOutcome;
import io.fieldveil.hibernate.FieldveilRuntime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records native SQL that only the setting allows: entities and attributes, nothing of its text. */
final class NativeSqlAudit {

    private NativeSqlAudit() {}

    /** Runs it between its intents, one an entity, and their outcomes. */
    static <T extends @Nullable Object> T record(
            FieldveilRuntime runtime, Collection<ProtectedAttribute> attributes, Supplier<T> execution) {
        var intents = new ArrayList<Long>();
        Map<String, Set<String>> byEntity = attributes.stream()
                .collect(Collectors.groupingBy(
                        attribute -> attribute.rule().entity(),
                        TreeMap::new,
                        Collectors.mapping(attribute -> attribute.rule().attribute(), Collectors.toSet())));
        byEntity.forEach((entity, names) -> intents.add(runtime.audit().intent(disclosure(runtime, entity, names))));
        T result;
        try {
            result = execution.get();
        } catch (Throwable e) { // also a checked exception that someone throws unseen
            failed(runtime, intents, e);
            throw e;
        }
        intents.forEach(intent -> runtime.audit().outcome(intent, DisclosureOutcome.DELIVERED, 0));
        return result;
    }

    private static Disclosure disclosure(FieldveilRuntime runtime, String entity, Set<String> attributes) {
        var context = runtime.currentContext();
        return new Disclosure(
                DisclosureKind.NATIVE_SQL,
                context.principal(),
                context.purpose(),
                context.tenant(),
                context.principal(),
                entity,
                List.of(),
                attributes);
    }

    private static void failed(FieldveilRuntime runtime, List<Long> intents, Throwable failure) {
        for (long intent : intents) {
            try {
                runtime.audit().outcome(intent, DisclosureOutcome.FAILED, 0);
            } catch (RuntimeException e) {
                failure.addSuppressed(e);
            }
        }
    }
}

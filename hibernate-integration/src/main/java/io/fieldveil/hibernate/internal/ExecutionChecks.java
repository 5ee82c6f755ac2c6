package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
import io.fieldveil.access.Access;
import io.fieldveil.access.AttributeRule;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has to be asked of the current context whenever a statement runs, gathered while it is translated. */
final class ExecutionChecks {

    private final BulkWrites writes;
    private final Set<ProtectedAttribute> queried = new LinkedHashSet<>();
    private final Set<ProtectedAttribute> shown = new LinkedHashSet<>();
    private final Set<ProtectedAttribute> named = new LinkedHashSet<>();
    private final Map<ProtectedAttribute, String> tenants = new HashMap<>();

    ExecutionChecks(BulkWrites writes) {
        this.writes = writes;
    }

    void queried(ProtectedAttribute attribute) {
        queried.add(attribute);
    }

    /** An attribute whose value goes into what is returned, other than by being selected itself. */
    void shown(ProtectedAttribute attribute) {
        shown.add(attribute);
    }

    /** Whether the statement uses a masked attribute whose column holds the value itself. */
    boolean usePlainValues() {
        return Stream.of(queried, shown, writes.changed(), writes.renamed())
                .flatMap(Set::stream)
                .anyMatch(
                        attribute -> attribute.masked() && !attribute.sealing().opaque());
    }

    /** Attributes that native SQL within the statement names. */
    void named(Set<ProtectedAttribute> attributes) {
        named.addAll(attributes);
    }

    /** A literal is compared with the attribute: it is sealed for the current tenant, once for all executions. */
    void literal(ProtectedAttribute attribute) {
        tenants.putIfAbsent(attribute, attribute.runtime().currentContext().tenant());
    }

    /** For a statement that can ask nothing when it runs. */
    void refuseQuestions() {
        Stream.of(
                        masked(queried),
                        masked(shown),
                        List.copyOf(named),
                        List.copyOf(tenants.keySet()),
                        List.copyOf(writes.renamed()))
                .flatMap(List::stream)
                .findFirst()
                .ifPresent(attribute -> {
                    throw Messages.copyOut(attribute.rule());
                });
    }

    /** For a statement that cannot ask by itself; complete once it is translated. */
    StatementChecks toStatementChecks() {
        Runnable asked = questions();
        return new StatementChecks(asked == null ? () -> {} : asked, writes.written());
    }

    /** What is to be asked at each execution; null if nothing is. */
    @Nullable
    Runnable questions() {
        var asked = masked(queried);
        var seen = masked(shown);
        var changed = masked(writes.changed());
        var renamed = List.copyOf(writes.renamed());
        var flows = List.copyOf(writes.flows());
        var byName = List.copyOf(named);
        var byTenant = Map.copyOf(tenants);
        if (Stream.of(asked, seen, changed, renamed, flows, byName, byTenant.keySet())
                .allMatch(Collection::isEmpty)) {
            return null;
        }
        return () -> {
            ask(asked, Access.QUERY, Messages::queryNotPermitted);
            ask(seen, Access.READ, Messages::computed);
            ask(changed, Access.WRITE, Messages::maskedWrite);
            ask(renamed, Access.READ, Messages::renamed);
            flows.forEach(BulkWrites.Flow::check);
            ask(byName, Access.NATIVE_SQL, Messages::fragment);
            byTenant.forEach(ExecutionChecks::compareTenant);
        };
    }

    private static List<ProtectedAttribute> masked(Set<ProtectedAttribute> attributes) {
        return attributes.stream().filter(ProtectedAttribute::masked).toList();
    }

    private static void ask(
            List<ProtectedAttribute> attributes, Access access, Function<AttributeRule, FieldveilException> refusal) {
        for (ProtectedAttribute attribute : attributes) {
            if (!attribute.may(access)) {
                throw refusal.apply(attribute.rule());
            }
        }
    }

    private static void compareTenant(ProtectedAttribute attribute, String tenant) {
        if (!attribute.runtime().currentContext().tenant().equals(tenant)) {
            throw Messages.otherTenant(attribute.rule());
        }
    }
}

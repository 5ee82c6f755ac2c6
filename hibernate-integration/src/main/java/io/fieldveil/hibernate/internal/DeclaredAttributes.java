package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
import io.fieldveil.hibernate.FieldveilRuntime;
import io.fieldveil.marking.MarkingKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** The masked attributes of the open persistence units that a runtime serves. */
final class DeclaredAttributes {

    private final List<SessionFactoryImplementor> factories;

    private DeclaredAttributes(List<SessionFactoryImplementor> factories) {
        this.factories = factories;
    }

    @SuppressWarnings("ReferenceEquality") // the very same runtime is meant
    static DeclaredAttributes of(FieldveilRuntime runtime) {
        return new DeclaredAttributes(ProtectedModel.factories().stream()
                .filter(factory ->
                        !factory.isClosed() && ProtectedModel.runtime(factory).orElse(null) == runtime)
                .toList());
    }

    /** @throws FieldveilException FV-504, FV-506, or FV-543 where it is not masked */
    ProtectedAttribute find(Class<?> entity, String attribute) {
        var persister = factories.stream()
                .map(factory -> factory.getMappingMetamodel().findEntityDescriptor(entity))
                .filter(found -> found != null)
                .findFirst()
                .orElseThrow(() -> Messages.noEntity(entity));
        var edges = ProtectedModel.edgesOf(persister);
        return masked(edges.attributes().stream()
                .filter(each -> each.rule().attribute().equals(attribute))
                .findFirst()
                .orElseThrow(() -> Messages.noAttribute(
                        persister.getEntityName(),
                        attribute,
                        "Can be marked: "
                                + edges.attributes().stream()
                                        .filter(ProtectedAttribute::masked)
                                        .map(each -> each.rule().attribute())
                                        .collect(Collectors.joining(", "))
                                + ".")));
    }

    /** The same by what somebody has seen of it. */
    ProtectedAttribute find(MarkingKey seen) {
        var found = byKey().get(seen.named(""));
        if (found == null) {
            throw Messages.noAttribute(seen.entity(), seen.attribute(), "Or the marking is another tenant's.");
        }
        return found;
    }

    private static ProtectedAttribute masked(ProtectedAttribute attribute) {
        if (!attribute.masked()) {
            throw Messages.notMasked(attribute.rule());
        }
        return attribute;
    }

    /** Every masked attribute, by its key in the current tenant. */
    Map<MarkingKey, ProtectedAttribute> byKey() {
        var found = new HashMap<MarkingKey, ProtectedAttribute>();
        factories.stream()
                .flatMap(factory -> ProtectedModel.attributes(factory).stream())
                .filter(ProtectedAttribute::masked)
                .forEach(attribute -> found.put(attribute.marker().key(), attribute));
        return found;
    }
}

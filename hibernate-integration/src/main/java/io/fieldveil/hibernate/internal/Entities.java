package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
import io.fieldveil.access.Access;
import io.fieldveil.access.Decision;
import java.util.stream.Collectors;
import org.hibernate.Hibernate;
import org.hibernate.engine.spi.SelfDirtinessTracker;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** Finds what is known of an entity instance without its session. Public for {@code Fieldveil}, its only caller outside. */
public final class Entities {

    /** An entity with its mapping. */
    record Found(Object entity, EntityPersister persister, EntityEdges edges) {

        EntityEdges.Place place(String attribute) {
            return edges.find(attribute).orElseThrow(() -> noAttribute(persister, edges, attribute));
        }

        void requireOwner(EntityEdges.Place place) {
            if (place.owner(entity, persister) == null) {
                throw Messages.noAttribute(persister.getEntityName(), place.path(), "Its embeddable is null.");
            }
        }
    }

    private Entities() {}

    static FieldveilException noAttribute(EntityPersister persister, EntityEdges edges, String attribute) {
        boolean inCollection = edges.elements().stream()
                .anyMatch(place -> attribute.equals(place.path()) || attribute.startsWith(place.path() + "."));
        return Messages.noAttribute(
                persister.getEntityName(),
                attribute,
                inCollection
                        ? "It stands in a collection: of an embeddable, pass the element; texts are changed there."
                        : "There are: "
                                + edges.places().stream()
                                        .map(EntityEdges.Place::path)
                                        .collect(Collectors.joining(", "))
                                + ".");
    }

    /** Sets an attribute to a value that is meant, whatever it looks like. */
    public static void assign(Object entity, String attribute, @Nullable Object value) {
        if (isElement(entity)) {
            Elements.assign(entity, attribute, value);
            return;
        }
        var found = find(entity);
        var place = found.place(attribute);
        place.attribute().requireType(value);
        Object sealed = value == null ? null : place.edge().sealForSure(value);
        found.requireOwner(place);
        Object owner = place.put(found.entity(), found.persister(), value);
        if (owner != null && sealed != null) {
            place.edge().confirm(owner, sealed);
        }
        if (entity instanceof SelfDirtinessTracker tracker) {
            tracker.$$_hibernate_trackChange(place.root());
        }
    }

    /** Compares without opening. */
    public static boolean matches(Object entity, String attribute, @Nullable Object plaintext) {
        if (isElement(entity)) {
            var element = Elements.findQueried(entity, attribute);
            Object sealed = element.place().edge().outOf(element.owner());
            return matches(element.place().attribute(), sealed, plaintext);
        }
        var found = find(entity);
        var place = found.place(attribute);
        Object owner = place.owner(found.entity(), found.persister());
        if (!place.attribute().may(Access.QUERY, owner)) {
            throw Messages.queryNotPermitted(place.attribute().rule());
        }
        return matches(place.attribute(), place.fetch(found.entity(), found.persister()), plaintext);
    }

    private static boolean matches(ProtectedAttribute attribute, @Nullable Object sealed, @Nullable Object plaintext) {
        attribute.requireType(plaintext);
        if (sealed == null || plaintext == null) {
            return sealed == plaintext;
        }
        if (!attribute.sealing().comparable()) {
            throw new FieldveilException(
                    "FV-505",
                    attribute.rule().name(),
                    "it is encrypted at random and cannot be compared without opening it.");
        }
        return Memory.same(PostedToken.unwrap(sealed), sealForComparison(attribute, plaintext));
    }

    /** What the policy decides for reading. */
    public static Decision shown(Object entity, String attribute) {
        if (isElement(entity)) {
            var element = Elements.find(entity, attribute).get(0);
            return element.place().attribute().decide(Access.READ, element.owner());
        }
        var found = find(entity);
        var place = found.place(attribute);
        return place.attribute().decide(Access.READ, place.owner(found.entity(), found.persister()));
    }

    private static @Nullable Object sealForComparison(ProtectedAttribute attribute, Object plaintext) {
        Object column = attribute.sealing().toColumn(plaintext);
        return Sealing.matchesNothing(column) ? null : attribute.sealing().fromColumn(column);
    }

    /** Whether it is no entity, but may be an element of a collection. */
    private static boolean isElement(Object instance) {
        Class<?> type = Hibernate.unproxy(instance).getClass();
        return ProtectedModel.factories().stream()
                        .allMatch(factory -> factory.isClosed()
                                || factory.getMappingMetamodel().findEntityDescriptor(type) == null)
                && Elements.areOf(type);
    }

    static Found find(Object row) {
        Object entity = Hibernate.unproxy(row);
        Found found = null;
        for (SessionFactoryImplementor factory : ProtectedModel.factories()) {
            var persister =
                    factory.isClosed() ? null : factory.getMappingMetamodel().findEntityDescriptor(entity.getClass());
            if (persister == null) {
                continue;
            }
            var edges = ProtectedModel.edgesOf(persister);
            if (edges.places().stream().anyMatch(place -> Memory.slot(entity, place.attribute()) != null)) {
                return new Found(entity, persister, edges);
            }
            found = found == null || found.edges().isEmpty() ? new Found(entity, persister, edges) : found;
        }
        if (found == null) {
            throw Messages.noEntity(entity.getClass());
        }
        return found;
    }
}

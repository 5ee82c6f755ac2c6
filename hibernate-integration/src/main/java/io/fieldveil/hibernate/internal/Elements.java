package io.fieldveil.hibernate.internal;

import io.fieldveil.access.Access;
import io.fieldveil.hibernate.internal.EntityEdges.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.jspecify.annotations.Nullable;

/** Finds what is known of an element of a collection, an embeddable, without its collection. */
final class Elements {

    /**
     * A protected attribute of an element.
     *
     * @param owner the instance that has it: the element, or an embeddable within
     */
    record Found(Place place, Object owner) {}

    private Elements() {}

    /** Whether an instance is of a class whose instances are elements with protected attributes. */
    static boolean areOf(Class<?> type) {
        return !collections(type).isEmpty();
    }

    /**
     * The attribute of an element; of one that was not loaded, in each collection that it may be put into.
     *
     * @param attribute its path within the element
     */
    static List<Found> find(Object element, String attribute) {
        var collections = collections(element.getClass());
        var found = new ArrayList<Found>();
        for (ElementPlace collection : collections) {
            for (Place place : collection.places()) {
                Object owner = place.path().equals(collection.path() + "." + attribute) ? place.owner(element) : null;
                if (owner != null) {
                    found.add(new Found(place, owner));
                }
            }
        }
        if (found.isEmpty()) {
            throw Messages.noElementAttribute(
                    element.getClass(),
                    attribute,
                    collections.stream()
                            .flatMap(each -> each.places().stream()
                                    .map(place ->
                                            place.path().substring(each.path().length() + 1)))
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
        var known = found.stream()
                .filter(each -> Memory.slot(each.owner(), each.place().attribute()) != null)
                .toList();
        return known.isEmpty() ? found : known;
    }

    private static List<ElementPlace> collections(Class<?> type) {
        var found = new ArrayList<ElementPlace>();
        for (SessionFactoryImplementor factory : ProtectedModel.factories()) {
            if (!factory.isClosed()) {
                var model = ProtectedModel.of(factory);
                factory.getMappingMetamodel()
                        .forEachEntityDescriptor(persister -> model.edges(persister).elements().stream()
                                .filter(place -> isOf(place, type))
                                .forEach(found::add));
            }
        }
        return found;
    }

    private static boolean isOf(ElementPlace place, Class<?> type) {
        return place.mapping().getElementDescriptor() instanceof EmbeddableValuedModelPart part
                && part.getEmbeddableTypeDescriptor()
                        .getMappedJavaType()
                        .getJavaTypeClass()
                        .isAssignableFrom(type);
    }

    /** Says that a value is meant, and sets it where it can be set. */
    static void assign(Object element, String attribute, @Nullable Object value) {
        for (Found found : find(element, attribute)) {
            var edge = found.place().edge();
            found.place().attribute().requireType(value);
            Object sealed = value == null ? null : edge.sealForSure(value);
            if (edge.isSettable()) {
                edge.set(found.owner(), value);
            } else if (!Memory.same(edge.visible(found.owner()), value)) {
                throw Messages.fixedElement(found.place().attribute().rule());
            }
            if (sealed != null) {
                edge.confirm(found.owner(), sealed);
            }
        }
    }

    /** The attribute that the current context may ask about. */
    static Found findQueried(Object element, String attribute) {
        var found = find(element, attribute).get(0);
        if (!found.place().attribute().may(Access.QUERY, found.owner())) {
            throw Messages.queryNotPermitted(found.place().attribute().rule());
        }
        return found;
    }
}

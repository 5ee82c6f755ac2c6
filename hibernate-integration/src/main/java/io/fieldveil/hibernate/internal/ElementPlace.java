package io.fieldveil.hibernate.internal;

import static org.hibernate.metamodel.CollectionClassification.LIST;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * A collection of an entity whose elements are protected texts, or embeddables with protected attributes.
 *
 * @param path its path within the entity
 * @param position its (or its outermost embeddable's) position in the state array
 * @param holder from the value at that position to the embeddable that holds the collection; null outside of one
 * @param parts what may be masked: the attributes of embeddables, or masked texts
 * @param others the attributes of embeddables that are not protected
 * @param texts what protects texts that are not masked; null if the elements are something else
 */
record ElementPlace(
        String path,
        PluralAttributeMapping mapping,
        int position,
        @Nullable EmbeddedPath holder,
        List<ElementPart> parts,
        List<Other> others,
        @Nullable ProtectedAttribute texts) {

    /** An attribute of elements that is not protected, and the way to it. */
    record Other(AttributeMapping mapping, EmbeddedPath holder) {

        @Nullable
        Object value(Object element) {
            Object owner = holder.get(element);
            return owner == null || !EmbeddedPath.isDeclaredBy(mapping, owner) ? null : mapping.getValue(owner);
        }
    }

    List<ProtectedAttribute> attributes() {
        return texts == null ? parts.stream().map(ElementPart::attribute).toList() : List.of(texts);
    }

    /** The attributes of embeddables; the "entity" of each is the element. */
    List<EntityEdges.Place> places() {
        return parts.stream()
                .filter(EntityEdges.Place.class::isInstance)
                .map(EntityEdges.Place.class::cast)
                .toList();
    }

    /** What the entity's attribute holds. */
    @Nullable
    Object collection(Object entity, EntityPersister persister) {
        return within(persister.getValue(entity, position));
    }

    /** What Hibernate holds of it. */
    @Nullable
    Object collection(@Nullable Object[] state) {
        return within(state[position]);
    }

    private @Nullable Object within(@Nullable Object value) {
        if (holder == null || value == null) {
            return value;
        }
        Object embeddable = holder.get(value);
        return embeddable == null || !EmbeddedPath.isDeclaredBy(mapping, embeddable)
                ? null
                : mapping.getValue(embeddable);
    }

    /** Whether a collection's elements are there to be looked at. */
    static boolean isRead(@Nullable Object collection) {
        return collection != null && (!(collection instanceof PersistentCollection<?> lazy) || lazy.wasInitialized());
    }

    /** Refuses elements that bring what was shown to another tenant, or typed for it. */
    void requireTenant(@Nullable Object collection) {
        for (Object element : elements(collection).values()) {
            parts.forEach(part -> part.requireTenant(part.owner(element)));
        }
    }

    /** The elements of a collection, or of its snapshot, by index or key; by their order where there is neither. */
    Map<Object, Object> elements(@Nullable Object collection) {
        var elements = new LinkedHashMap<Object, Object>();
        boolean keyed = mapping.getIndexDescriptor() != null;
        if (collection instanceof Map<?, ?> map && keyed) {
            map.forEach((key, element) -> put(elements, key, element));
        } else if (collection instanceof Map<?, ?> snapshotOfSet) {
            number(snapshotOfSet.keySet(), elements);
        } else if (collection instanceof Collection<?> some) {
            number(some, elements);
        }
        return elements;
    }

    private static void number(Collection<?> some, Map<Object, Object> elements) {
        int index = 0;
        for (Object element : new ArrayList<>(some)) {
            put(elements, index++, element);
        }
    }

    private static void put(Map<Object, Object> elements, Object key, @Nullable Object element) {
        if (element != null) {
            elements.put(key, element);
        }
    }

    /** Whether rows are told apart by an index or a key, so that one element may take the place of another. */
    boolean isIndexed() {
        return mapping.getIndexDescriptor() != null;
    }

    /** Whether it is a map, whose keys do not move as an index does. */
    boolean isKeyed() {
        return isIndexed() && mapping.getMappedType().getCollectionSemantics().getCollectionClassification() != LIST;
    }
}

package io.fieldveil.hibernate.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.AttributeMappingsList;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.internal.EmbeddedAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** The protected attributes of one entity, those within embeddables included, as its state array has them. */
final class EntityEdges {

    private final List<Place> places = new ArrayList<>();
    private final List<ElementPlace> elements = new ArrayList<>();
    private final List<ElementPlace.Other> others = new ArrayList<>();

    private EntityEdges() {}

    static EntityEdges of(EntityPersister persister) {
        var edges = new EntityEdges();
        AttributeMappingsList attributes = persister.getAttributeMappings();
        for (int i = 0; i < attributes.size(); i++) {
            edges.collect(attributes.get(i), attributes.get(i).getStateArrayPosition(), "", null);
        }
        return edges;
    }

    private void collect(AttributeMapping attribute, int position, String prefix, @Nullable EmbeddedPath holder) {
        String path = prefix + attribute.getAttributeName();
        if (attribute instanceof EmbeddedAttributeMapping embedded) {
            EmbeddableMappingType type = embedded.getEmbeddableTypeDescriptor();
            collect(
                    type,
                    position,
                    path,
                    holder == null ? EmbeddedPath.outermost(type) : holder.within(attribute, type));
        } else if (attribute instanceof PluralAttributeMapping plural
                && plural.getElementDescriptor() instanceof EmbeddableValuedModelPart part) {
            var inner = new EntityEdges();
            EmbeddableMappingType type = part.getEmbeddableTypeDescriptor();
            inner.collect(type, 0, path, EmbeddedPath.outermost(type));
            if (!inner.places.isEmpty()) {
                elements.add(new ElementPlace(
                        path, plural, position, holder, List.copyOf(inner.places), inner.others, null));
            }
        } else if (attribute instanceof PluralAttributeMapping plural) {
            var texts = plural.getElementDescriptor() instanceof BasicValuedModelPart part ? Attributes.of(part) : null;
            if (texts != null) {
                List<ElementPart> parts = texts.masked() ? List.of(new TextPart(texts)) : List.of();
                elements.add(new ElementPlace(
                        path, plural, position, holder, parts, List.of(), texts.masked() ? null : texts));
            }
        } else {
            AttributeEdge edge = SealedPropertyAccessStrategy.edgeOf(attribute.getPropertyAccess());
            if (edge != null) {
                places.add(new Place(path, edge, attribute, position, holder));
            } else if (holder != null) {
                others.add(new ElementPlace.Other(attribute, holder));
            }
        }
    }

    private void collect(EmbeddableMappingType type, int position, String path, EmbeddedPath within) {
        for (int i = 0; i < type.getNumberOfAttributeMappings(); i++) {
            collect(type.getAttributeMapping(i), position, path + ".", within);
        }
    }

    /** The collections whose elements have protected attributes. */
    List<ElementPlace> elements() {
        return elements;
    }

    /** All of its protected attributes, those of elements included. */
    List<ProtectedAttribute> attributes() {
        return Stream.concat(
                        places.stream().map(Place::attribute),
                        elements.stream().flatMap(each -> each.attributes().stream()))
                .toList();
    }

    List<Place> places() {
        return places;
    }

    boolean isEmpty() {
        return places.isEmpty() && elements.isEmpty();
    }

    Optional<Place> find(String path) {
        return places.stream().filter(place -> place.path().equals(path)).findFirst();
    }

    /** The attribute of a collection's elements, whichever of them. */
    Optional<Place> findElement(String path) {
        return elements.stream()
                .flatMap(collection -> collection.places().stream())
                .filter(place -> place.path().equals(path))
                .findFirst();
    }

    /**
     * Where an attribute stands.
     *
     * @param path its path within the entity
     * @param mapping the attribute itself
     * @param position its (or its outermost embeddable's) position in the state array
     * @param holder from the value at that position to the embeddable that holds the attribute; null outside of one
     */
    record Place(
            String path,
            AttributeEdge edge,
            AttributeMapping mapping,
            int position,
            @Nullable EmbeddedPath holder) implements ElementPart {

        @Override
        public ProtectedAttribute attribute() {
            return edge.attribute();
        }

        /** The name of the entity's attribute that it is, or is within. */
        String root() {
            return path.split("\\.", 2)[0];
        }

        /** Whether it is an attribute of the entity itself, and not of an embeddable. */
        boolean isOwn() {
            return holder == null;
        }

        /** Whether the state has it: what an enhanced entity loads later is not there before. */
        boolean isFetched(@Nullable Object[] state) {
            return state[position] != LazyPropertyInitializer.UNFETCHED_PROPERTY;
        }

        /** The instance whose field it is: the entity, or an embeddable; null where the embeddable is null. */
        @Nullable
        Object owner(Object entity, @Nullable Object[] state) {
            return holder == null ? entity : held(isFetched(state) ? state[position] : null);
        }

        /** The same, read from the entity, without sealing what stands in its other fields. */
        @Nullable
        Object owner(Object entity, EntityPersister persister) {
            return holder == null ? entity : held(persister.getValue(entity, position));
        }

        /** The same, of an element of a collection. */
        @Override
        public @Nullable Object owner(Object element) {
            return held(element);
        }

        @Override
        public @Nullable Object outOf(Object owner) {
            return edge.outOf(owner);
        }

        @Override
        public void settle(ElementPosition unused, Object owner, Object sealed) {
            edge.settle(owner, sealed);
        }

        private @Nullable Object held(@Nullable Object outermost) {
            Object owner = outermost == null || holder == null ? null : holder.get(outermost);
            return owner == null || !EmbeddedPath.isDeclaredBy(mapping, owner) ? null : owner;
        }

        /** Shows a sealed value as the current context may see it. */
        void show(Object entity, EntityPersister persister, Object sealed) {
            show(entity, persister, sealed, attribute().read(sealed, owner(entity, persister)));
        }

        /** Shows the plaintext of an attribute whose disclosure was recorded. */
        void reveal(Object entity, EntityPersister persister, Object sealed) {
            show(entity, persister, sealed, attribute().reveal(sealed));
        }

        private void show(Object entity, EntityPersister persister, Object sealed, ProtectedAttribute.Reading reading) {
            Object owner = put(entity, persister, reading.visible());
            if (owner != null) {
                edge.remember(owner, sealed, reading.origin());
            }
        }

        /**
         * Puts a value into the field, of another instance in place of the embeddable where that has its values for good;
         * remembers nothing. The instance that has it, null where there is none.
         */
        @Nullable
        Object put(Object entity, EntityPersister persister, @Nullable Object value) {
            Object owner = owner(entity, persister);
            if (owner == null || holder == null || edge.isSettable()) {
                if (owner != null) {
                    edge.set(owner, value);
                }
                return owner;
            }
            Object changed = EmbeddedPath.with(holder.type(), owner, mapping, value);
            Object outermost = persister.getValue(entity, position);
            Object replaced = holder.put(outermost, changed);
            if (replaced != outermost) {
                persister.setValue(entity, position, replaced);
            }
            return changed;
        }

        /** What stands behind the entity's field, which is loaded first if it has to be. */
        @Nullable
        Object fetch(Object entity, EntityPersister persister) {
            EnhancedReads.fetch(entity, root());
            Object owner = owner(entity, persister);
            return owner == null ? null : edge.outOf(owner);
        }

        /** What Hibernate holds of it; to be asked only of a state that has it. */
        @Nullable
        Object sealed(@Nullable Object[] state) {
            if (holder == null) {
                return state[position];
            }
            Object owner = held(isFetched(state) ? state[position] : null);
            return owner == null ? null : edge.outOf(owner);
        }

        /** Puts the stored value back, in the state and behind the field; false if there is no instance to hold it. */
        boolean restore(Object entity, @Nullable Object[] state, Object sealed) {
            Object owner = owner(entity, state);
            if (owner == null) {
                return false;
            }
            edge.settle(owner, sealed);
            if (holder == null) {
                state[position] = sealed;
            }
            return true;
        }
    }
}

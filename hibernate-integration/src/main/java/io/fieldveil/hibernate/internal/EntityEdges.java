package io.fieldveil.hibernate.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.AttributeMappingsList;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.mapping.internal.EmbeddedAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** The protected attributes of one entity, those within embeddables included, as its state array has them. */
final class EntityEdges {

    private final List<Place> places;

    private EntityEdges(List<Place> places) {
        this.places = places;
    }

    static EntityEdges of(EntityPersister persister) {
        var places = new ArrayList<Place>();
        AttributeMappingsList attributes = persister.getAttributeMappings();
        for (int i = 0; i < attributes.size(); i++) {
            collect(places, attributes.get(i), attributes.get(i).getStateArrayPosition(), "", null);
        }
        return new EntityEdges(List.copyOf(places));
    }

    @SuppressWarnings("removal")
    private static void collect(
            List<Place> places,
            AttributeMapping attribute,
            int position,
            String prefix,
            @Nullable Function<Object, @Nullable Object> holder) {
        String path = prefix + attribute.getAttributeName();
        if (attribute instanceof EmbeddedAttributeMapping embedded) {
            var getter = attribute.getPropertyAccess().getGetter();
            Function<Object, @Nullable Object> inner =
                    holder == null ? stateValue -> stateValue : outer -> getOrNull(holder.apply(outer), getter::get);
            EmbeddableMappingType type = embedded.getEmbeddableTypeDescriptor();
            for (int i = 0; i < type.getAttributeMappings().size(); i++) {
                AttributeMapping child = type.getAttributeMappings().get(i);
                collect(places, child, position, path + ".", ofDeclaring(child, inner));
            }
            return;
        }
        var access = attribute.getPropertyAccess();
        AttributeEdge edge = access == null ? null : SealedPropertyAccessStrategy.edgeOf(access);
        if (edge != null) {
            places.add(new Place(path, edge, position, holder));
        }
    }

    /** An embeddable's mapping has the attributes of all classes that extend it, which the instance need not have. */
    @SuppressWarnings("removal")
    private static Function<Object, @Nullable Object> ofDeclaring(
            AttributeMapping attribute, Function<Object, @Nullable Object> holder) {
        var access = attribute.getPropertyAccess();
        var member = access == null ? null : access.getGetter().getMember();
        if (member == null) {
            return holder;
        }
        Class<?> declaring = member.getDeclaringClass();
        return outer -> {
            Object instance = holder.apply(outer);
            return declaring.isInstance(instance) ? instance : null;
        };
    }

    private static @Nullable Object getOrNull(@Nullable Object holder, Function<Object, @Nullable Object> getter) {
        return holder == null ? null : getter.apply(holder);
    }

    List<Place> places() {
        return places;
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    Optional<Place> find(String path) {
        return places.stream().filter(place -> place.path().equals(path)).findFirst();
    }

    /**
     * Where an attribute stands.
     *
     * @param path its path within the entity
     * @param position its (or its outermost embeddable's) position in the state array
     * @param holder from the value at that position to the embeddable that holds the attribute; null outside of one
     */
    record Place(
            String path,
            AttributeEdge edge,
            int position,
            @Nullable Function<Object, @Nullable Object> holder) {

        ProtectedAttribute attribute() {
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
            if (holder == null) {
                return entity;
            }
            Object outer = isFetched(state) ? state[position] : null;
            return outer == null ? null : holder.apply(outer);
        }

        /** The same, read from the entity, without sealing what stands in its other fields. */
        @Nullable
        Object owner(Object entity, EntityPersister persister) {
            if (holder == null) {
                return entity;
            }
            Object outer = persister.getValue(entity, position);
            return outer == null ? null : holder.apply(outer);
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
            Object outer = isFetched(state) ? state[position] : null;
            Object owner = outer == null ? null : holder.apply(outer);
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

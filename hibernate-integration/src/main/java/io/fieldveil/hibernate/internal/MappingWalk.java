package io.fieldveil.hibernate.internal;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/** One pass over all values of a mapping: each that is annotated is bound, or refused. */
final class MappingWalk {

    private final AttributeBinder binder;
    private final Problems problems;
    private final AnnotatedMembers members = new AnnotatedMembers();
    /** By identity: the same embeddable's class may be bound in one place and overlooked in another. */
    private final Set<Value> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Set<Class<?>> entities = new HashSet<>();

    MappingWalk(AttributeBinder binder, Problems problems) {
        this.binder = binder;
        this.problems = problems;
    }

    void walk(InFlightMetadataCollector metadata) {
        metadata.getEntityBindingMap().values().stream()
                .filter(entity -> entity.getClassName() != null)
                .forEach(entity -> entities.add(entity.getMappedClass()));
        metadata.getEntityBindingMap().values().forEach(this::entity);
        metadata.getCollectionBindings().forEach(this::collection);
        metadata.visitRegisteredComponents(this::component);
        members.reportUntaken(problems);
    }

    private void entity(PersistentClass entity) {
        if (entity.getClassName() == null) {
            return;
        }
        Class<?> type = entity.getMappedClass();
        members.place(entity.getJpaEntityName(), type, type);
        Property id = entity.getIdentifierProperty();
        if (id != null) {
            refuse(entity, type, id.getValue(), id.getName(), "@Id");
        } else if (entity.getIdentifier() instanceof Component parts) {
            parts.getProperties()
                    .forEach(part -> refuse(entity, type, part.getValue(), part.getName(), "part of the identifier"));
        }
        Property version = entity.getVersion();
        if (version != null) {
            refuse(entity, type, version.getValue(), version.getName(), "@Version");
        }
        for (Property property : entity.getProperties()) {
            property(entity, property, "", null, null);
        }
        for (Join join : entity.getJoins()) {
            join.getProperties().forEach(property -> property(entity, property, "", null, null));
        }
    }

    /** Binds an attribute and what is within it; true if anything of it is protected. */
    private boolean property(
            PersistentClass entity,
            Property property,
            String prefix,
            @Nullable Component owner,
            @Nullable Collection collection) {
        Value value = property.getValue();
        String path = prefix + property.getName();
        if (value instanceof Component component) {
            boolean bound = false;
            for (Property child : List.copyOf(component.getProperties())) {
                bound |= property(entity, child, path + ".", component, collection);
            }
            if (bound) {
                binder.bindEmbedded(entity, property, component, owner);
            }
            return bound;
        }
        if (value instanceof BasicValue basic && seen.add(basic)) {
            Class<?> container = owner == null ? entity.getMappedClass() : owner.getComponentClass();
            if (PiiAnnotations.isTenantId(basic.getMemberDetails())) {
                refuse(entity, container, basic, path, "@TenantId, which Hibernate compares with the current tenant");
            } else if (binder.bind(entity, property, basic, path, owner, collection)) {
                members.take(container, basic.getMemberDetails());
                return true;
            } else {
                refuseWhole(basic, "Attribute '" + path + "' of entity '" + entity.getJpaEntityName() + "'");
            }
        }
        return false;
    }

    private void refuseWhole(BasicValue value, String place) {
        if (WholeValues.holdProtected(value, entities)) {
            problems.add(Messages.aggregate(), place);
        }
    }

    private void refuse(PersistentClass entity, Class<?> container, Value value, String path, String what) {
        seen.add(value);
        if (value instanceof Component component) {
            for (Property part : component.getProperties()) {
                String inner = path + "." + part.getName();
                refuse(entity, component.getComponentClass(), part.getValue(), inner, "part of the identifier");
            }
        } else if (value instanceof BasicValue basic
                && PiiAnnotations.of(basic.getMemberDetails()).isPresent()) {
            members.take(container, basic.getMemberDetails());
            problems.add(
                    "FV-103",
                    "Attribute '" + path + "' of entity '" + entity.getJpaEntityName() + "'",
                    "a protected attribute cannot be " + what
                            + "; use a surrogate key and protect an ordinary attribute.");
        }
    }

    private void collection(Collection collection) {
        element(collection);
        if (collection instanceof IdentifierCollection identified) {
            key(collection, identified.getIdentifier());
        }
        if (collection instanceof IndexedCollection indexed && !indexed.hasMapKeyProperty()) {
            key(collection, indexed.getIndex());
        }
        binder.checkOrderBy(collection);
    }

    private void element(Collection collection) {
        PersistentClass entity = collection.getOwner();
        String path =
                collection.getRole().substring(collection.getOwnerEntityName().length() + 1);
        if (collection.getElement() instanceof Component component) {
            List.copyOf(component.getProperties())
                    .forEach(property -> property(entity, property, path + ".", component, collection));
        } else if (collection.getElement() instanceof BasicValue basic && binder.bindTexts(collection, basic, path)) {
            members.take(entity.getMappedClass(), basic.getMemberDetails());
        } else if (collection.getElement() instanceof BasicValue basic) {
            refuseWhole(basic, "Collection '" + collection.getRole() + "'");
        }
    }

    /** What can be no protected attribute: an identifier, an index, a map's key. An annotation means the element. */
    private void key(Collection collection, Value value) {
        if (value instanceof Component component) {
            component.getProperties().forEach(property -> member(collection, component, property, ""));
        } else if (value instanceof BasicValue basic
                && AnnotatedMembers.hasAny(basic.resolve().getDomainJavaType().getJavaTypeClass())) {
            problems.add(Messages.aggregate(), "Collection '" + collection.getRole() + "'");
        }
    }

    private void member(Collection collection, Component owner, Property property, String prefix) {
        String path = prefix + property.getName();
        if (property.getValue() instanceof Component component) {
            component.getProperties().forEach(child -> member(collection, component, child, path + "."));
        } else if (property.getValue() instanceof BasicValue basic && seen.add(basic)) {
            String place = "Collection '" + collection.getRole() + "', attribute '" + path + "'";
            if (PiiAnnotations.of(basic.getMemberDetails()).isPresent()) {
                members.take(owner.getComponentClass(), basic.getMemberDetails());
                problems.add(MappingRules.keyOfMap(), place);
            } else {
                refuseWhole(basic, place);
            }
        }
    }

    /** Every embeddable that is mapped anywhere: what no other step came across is refused. */
    private void component(Component component) {
        if (component.getComponentClassName() == null || component.isDynamic()) {
            return;
        }
        Class<?> container = component.getComponentClass();
        String entity = component.getOwner().getJpaEntityName();
        members.place(entity, container, container);
        for (Property property : component.getProperties()) {
            if (!(property.getValue() instanceof BasicValue basic)) {
                continue;
            }
            var member = basic.getMemberDetails();
            if (member != null && component.isPolymorphic()) {
                members.place(entity, PiiAnnotations.member(member).getDeclaringClass(), container);
            }
            if (!seen.contains(basic) && PiiAnnotations.of(member).isPresent()) {
                members.take(container, member);
                problems.add(
                        Messages.misplaced(),
                        "Attribute '" + property.getName() + "' of embeddable '" + container.getName() + "'");
            }
        }
    }
}

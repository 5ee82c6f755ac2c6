package io.fieldveil.hibernate.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.boot.ResourceStreamLocator;
import org.hibernate.boot.spi.AdditionalMappingContributions;
import org.hibernate.boot.spi.AdditionalMappingContributor;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/**
 * Found by ServiceLoader: after all classes are bound, walks the mapping, binds every protected attribute to its
 * converter and its property access, and reports all mistakes together.
 */
public final class ProtectionContributor implements AdditionalMappingContributor {

    @Override
    public String getContributorName() {
        return "fieldveil";
    }

    @Override
    public void contribute(
            AdditionalMappingContributions contributions,
            InFlightMetadataCollector metadata,
            ResourceStreamLocator resourceStreamLocator,
            MetadataBuildingContext buildingContext) {
        var problems = new Problems();
        var binder = new AttributeBinder(buildingContext, problems);
        var walk = new Walk(binder, problems);
        metadata.getEntityBindingMap().values().forEach(walk::entity);
        metadata.getCollectionBindings().forEach(walk::collection);
        walk.reportUnbound();
        new ColumnRules(problems).check(metadata);
        problems.throwIfAny();
    }

    /** One pass over all entities. */
    private static final class Walk {
        private final AttributeBinder binder;
        private final Problems problems;
        private final Set<String> bound = new HashSet<>();
        private final List<PlacedClass> classes = new ArrayList<>();

        private record PlacedClass(String entity, Class<?> type) {}

        Walk(AttributeBinder binder, Problems problems) {
            this.binder = binder;
            this.problems = problems;
        }

        void entity(PersistentClass entity) {
            if (entity.getClassName() == null) {
                return;
            }
            classes.add(new PlacedClass(entity.getJpaEntityName(), entity.getMappedClass()));
            refuse(entity, entity.getIdentifierProperty(), "@Id");
            if (entity.getIdentifier() instanceof Component id) {
                id.getProperties().forEach(property -> refuse(entity, property, "part of the identifier"));
            }
            refuse(entity, entity.getVersion(), "@Version");
            for (Property property : entity.getProperties()) {
                property(entity, property, "", null);
            }
            for (Join join : entity.getJoins()) {
                join.getProperties().forEach(property -> property(entity, property, "", null));
            }
        }

        private void property(PersistentClass entity, Property property, String prefix, @Nullable Component owner) {
            Value value = property.getValue();
            String path = prefix + property.getName();
            if (value instanceof Component component) {
                if (component.getComponentClassName() != null && !component.isDynamic()) {
                    classes.add(new PlacedClass(entity.getJpaEntityName(), component.getComponentClass()));
                }
                component.getProperties().forEach(child -> property(entity, child, path + ".", component));
                return;
            }
            if (value instanceof BasicValue basic && binder.bind(entity, property, basic, path, owner)) {
                markBound(basic.getMemberDetails());
            }
        }

        private void refuse(PersistentClass entity, @Nullable Property property, String what) {
            if (property == null || !(property.getValue() instanceof BasicValue basic)) {
                return;
            }
            if (PiiAnnotations.of(basic.getMemberDetails()).isPresent()) {
                markBound(basic.getMemberDetails());
                problems.add(
                        "FV-103",
                        place(entity, property.getName()),
                        "a protected attribute cannot be " + what
                                + "; use a surrogate key and protect an ordinary attribute.");
            }
        }

        void collection(Collection collection) {
            String role = collection.getRole();
            if (collection.getElement() instanceof BasicValue basic
                    && PiiAnnotations.of(basic.getMemberDetails()).isPresent()) {
                markBound(basic.getMemberDetails());
                problems.add(
                        "FV-104",
                        "Collection '" + role + "'",
                        "annotations on a collection of basic values are not supported; make the element an entity.");
            }
            if (collection.getElement() instanceof Component component) {
                for (Property property : component.getProperties()) {
                    if (property.getValue() instanceof BasicValue basic
                            && PiiAnnotations.of(basic.getMemberDetails()).isPresent()) {
                        markBound(basic.getMemberDetails());
                        problems.add(
                                "FV-104",
                                "Collection '" + role + "', attribute '" + property.getName() + "'",
                                "protected attributes in a collection of embeddables are not supported yet; make the"
                                        + " element an entity.");
                    }
                }
            }
            binder.checkOrderBy(collection);
        }

        private void markBound(org.hibernate.models.spi.@Nullable MemberDetails member) {
            if (member != null) {
                for (var element : PiiAnnotations.elements(member)) {
                    bound.add(element.toString());
                }
            }
        }

        /** An annotation that no attribute carries protects nothing: a transient field, a constructor parameter. */
        void reportUnbound() {
            for (PlacedClass placed : classes) {
                for (Class<?> type = placed.type(); type != null && type != Object.class; type = type.getSuperclass()) {
                    var elements = new ArrayList<java.lang.reflect.AnnotatedElement>(List.of(type.getDeclaredFields()));
                    elements.addAll(List.of(type.getDeclaredMethods()));
                    elements.stream()
                            .filter(element -> PiiAnnotations.TYPES.stream().anyMatch(element::isAnnotationPresent))
                            .filter(element -> !bound.contains(element.toString()))
                            .forEach(element -> problems.add(
                                    "FV-105",
                                    "Member '" + ((java.lang.reflect.Member) element).getName() + "' of entity '"
                                            + placed.entity() + "'",
                                    "the annotation belongs to no persistent basic attribute and would protect"
                                            + " nothing; move it to the attribute or remove it."));
                }
            }
        }

        private static String place(PersistentClass entity, String path) {
            return "Attribute '" + path + "' of entity '" + entity.getJpaEntityName() + "'";
        }
    }
}

package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
import io.fieldveil.access.AttributeRule;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.hibernate.FieldveilRuntime;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.property.access.spi.PropertyAccessStrategy;
import org.jspecify.annotations.Nullable;

/** Binds one protected attribute to its converter, its property access and the width of its column. */
final class AttributeBinder {

    private final MetadataBuildingContext context;
    private final Problems problems;
    private final MappingRules rules;
    private final Map<String, ProtectedAttribute> byDomain = new HashMap<>();
    private final OrderRules orders;
    private final RedactedJavaTypes redactedTypes = new RedactedJavaTypes();
    private final IdentityHashMap<Component, ComponentEdges> components = new IdentityHashMap<>();
    private @Nullable FieldveilRuntime runtime;

    AttributeBinder(MetadataBuildingContext context, Problems problems) {
        this.context = context;
        this.problems = problems;
        rules = new MappingRules(problems);
        orders = new OrderRules(problems);
    }

    /**
     * Binds the attribute if it is annotated; true if it is.
     *
     * @param owner the embeddable that it stands in; null outside of one
     * @param collection the collection whose element it belongs to; null outside of one
     */
    boolean bind(
            PersistentClass entity,
            Property property,
            BasicValue value,
            String path,
            @Nullable Component owner,
            @Nullable Collection collection) {
        var annotations = PiiAnnotations.of(value.getMemberDetails());
        if (!annotations.isPresent()) {
            return false;
        }
        String entityName = entity.getJpaEntityName();
        String place = "Attribute '" + path + "' of entity '" + entityName + "'";
        orders.remember(entity, collection, path, value);
        var site = new MappingRules.Site(entity, property, value, owner, annotations, collection, place);
        if (!rules.check(site)) {
            return true;
        }
        Class<?> type = Boxes.box(value.resolve().getDomainJavaType().getJavaTypeClass());
        var runtime = runtime();
        try {
            var attribute = AttributeFactory.create(entityName, path, type, annotations, runtime);
            access(property, entity.getMappedClass(), owner, attribute);
            name(NameRules.find(site), owner == null ? entity.getMappedClass() : owner.getComponentClass(), attribute);
            if (value.resolve().getValueConverter() instanceof SealedConverter converter) {
                converter.bind(attribute);
                widen(value, attribute, annotations, type);
                if (property.isNaturalIdentifier()) {
                    sealKey(property, value, converter, place);
                } else {
                    RetypedValue.name(value, property, owner, attribute);
                }
            } else {
                redact(property, value, owner, attribute);
            }
            register(value);
            rememberDomain(attribute, annotations, place);
        } catch (FieldveilException e) {
            problems.add(e, place);
        }
        return true;
    }

    /** Binds the texts of a collection if they are annotated; true if they are. */
    boolean bindTexts(Collection collection, BasicValue value, String path) {
        var annotations = PiiAnnotations.of(value.getMemberDetails());
        if (!annotations.isPresent()) {
            return false;
        }
        PersistentClass entity = collection.getOwner();
        String place = "Collection '" + collection.getRole() + "'";
        var site = new MappingRules.Site(entity, null, value, null, annotations, collection, place);
        orders.checkTexts(collection);
        if (!rules.checkTexts(site, collection)) {
            return true;
        }
        var runtime = runtime();
        try {
            var attribute =
                    AttributeFactory.create(entity.getJpaEntityName(), path, String.class, annotations, runtime);
            if (value.resolve().getValueConverter() instanceof SealedConverter converter) {
                converter.bind(attribute);
                if (annotations.isConverted()) {
                    widen(value, attribute, annotations, String.class);
                }
                RetypedValue.sealElements(value, converter);
                register(value);
            }
            rememberDomain(attribute, annotations, place);
        } catch (FieldveilException e) {
            problems.add(e, place);
        }
        return true;
    }

    /** Under its name, for Envers. */
    private void register(BasicValue value) {
        context.getBootstrapContext().registerAdHocBasicType(value.resolve().getLegacyResolvedBasicType());
    }

    private FieldveilRuntime runtime() {
        FieldveilRuntime present = runtime;
        if (present == null) {
            present = RuntimeResolver.resolve(context.getBootstrapContext().getServiceRegistry());
            runtime = present;
        }
        return present;
    }

    private void access(Property property, Class<?> entity, @Nullable Component owner, ProtectedAttribute attribute) {
        PropertyAccessStrategy ordinary =
                property.getPropertyAccessStrategy(owner == null ? entity : owner.getComponentClass());
        var edges = owner == null ? null : edges(owner);
        property.setPropertyAccessStrategy(new SealedPropertyAccessStrategy(ordinary, attribute, edges));
    }

    private ComponentEdges edges(Component component) {
        return components.computeIfAbsent(
                component,
                each -> new ComponentEdges(each, context.getBootstrapContext().getManagedBeanRegistry()));
    }

    /**
     * Binds an embedded attribute that has protected ones within, however deep.
     *
     * @param owner the embeddable around it; null if it is the entity's own
     */
    void bindEmbedded(PersistentClass entity, Property property, Component component, @Nullable Component owner) {
        var ordinary =
                property.getPropertyAccessStrategy(owner == null ? entity.getMappedClass() : owner.getComponentClass());
        property.setPropertyAccessStrategy(
                SealedPropertyAccessStrategy.embedded(ordinary, edges(component), owner == null ? null : edges(owner)));
    }

    private static void name(@Nullable Property name, Class<?> container, ProtectedAttribute value) {
        if (name != null && value.naming() != null) {
            NamingAccessStrategy.name(name, name.getPropertyAccessStrategy(container), value);
        }
    }

    private void sealKey(Property property, BasicValue value, SealedConverter converter, String place) {
        RetypedValue.sealKey(value, property, converter);
        if (context.getBootstrapContext().getJpaCompliance().isLoadByIdComplianceEnabled()) {
            problems.add(
                    "FV-140",
                    place,
                    "with hibernate.jpa.compliance.load_by_id, Hibernate looks an encrypted natural id up by plaintext"
                            + " among sealed values, and finds nothing at times. Set it to false, or search by a query"
                            + " and remove @NaturalId.");
        }
    }

    private void redact(Property property, BasicValue value, @Nullable Component owner, ProtectedAttribute attribute) {
        try {
            RetypedValue.redact(value, property, owner, attribute, redactedTypes);
        } catch (ReflectiveOperationException e) {
            problems.add(
                    "FV-134",
                    attribute.rule().place(),
                    "Hibernate's Java type "
                            + value.resolve().getDomainJavaType().getClass().getName()
                            + " cannot be kept from printing values in logs; register one whose class is public, not"
                            + " final, and has a constructor without parameters, or add encryptedAtRest = true.");
        }
    }

    private void widen(BasicValue value, ProtectedAttribute attribute, PiiAnnotations annotations, Class<?> type) {
        Column column = (Column) value.getColumn();
        long length = Widths.column(annotations, type, column.getLength());
        column.setLength(length);
        resize(column, value, length);
        ColumnWidths.remember(value.getTable(), column, attribute.rule().place(), length);
        if (attribute.sealing().text() && column.getCollation() == null) {
            column.setCollation(ColumnStatements.collation(
                    context.getMetadataCollector().getDatabase().getDialect()));
        }
    }

    /** The columns of a set were asked for their size when its key was made, and do not ask for it again. */
    private void resize(Column column, BasicValue value, long length) {
        var metadata = context.getMetadataCollector();
        var size = column.getColumnSize(metadata.getDatabase().getDialect(), metadata);
        if (column.getSqlType() == null && !Objects.equals(size.getLength(), length)) {
            var sized = new Column(column.getName());
            sized.setValue(value);
            sized.setTypeIndex(column.getTypeIndex());
            sized.setLength(length);
            column.setSqlType(sized.getSqlType(metadata));
        }
    }

    private void rememberDomain(ProtectedAttribute attribute, PiiAnnotations annotations, String place) {
        if (!attribute.sealing().encrypted()) {
            return;
        }
        AttributeRule rule = attribute.rule();
        var other = byDomain.putIfAbsent(domain(annotations), attribute);
        if (other == null) {
            return;
        }
        AttributeRule before = other.rule();
        if (before.reveal() != rule.reveal()
                || before.masked() != rule.masked()
                || before.searchable() != rule.searchable()
                || !before.permission().equals(rule.permission())) {
            problems.add(
                    "FV-106",
                    place,
                    "it shares the domain '" + domain(annotations) + "' with " + before.place()
                            + ", but not who may read it, so that one would open the other. Give both the same reveal,"
                            + " permission and masking, or another domain.");
        }
    }

    private static String domain(PiiAnnotations annotations) {
        var autoHashed = annotations.autoHashed();
        if (autoHashed != null) {
            return autoHashed.domain().isEmpty() ? autoHashed.value().defaultDomain() : autoHashed.domain();
        }
        var masked = annotations.masked();
        return masked == null ? PiiType.TEXT.defaultDomain() : masked.domain();
    }

    /** Refuses an order by protected attributes, once all entities are bound. */
    void checkOrderBy(Collection collection) {
        orders.check(collection, EntityTables.elements(collection, context.getMetadataCollector()));
    }
}

package io.fieldveil.hibernate.internal;

import io.fieldveil.hibernate.FieldCodec;
import io.fieldveil.hibernate.StoredRow;
import jakarta.persistence.EntityManagerFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.descriptor.java.JavaType;
import org.jspecify.annotations.Nullable;

/** Seals and takes values as columns hold them. Public for {@code Fieldveil}, its only caller outside. */
public final class EntityFieldCodec implements FieldCodec {

    private final SessionFactoryImplementor factory;

    private EntityFieldCodec(SessionFactoryImplementor factory) {
        this.factory = factory;
    }

    /** The codec of a persistence unit. */
    public static FieldCodec of(EntityManagerFactory factory) {
        var unused = Runtimes.of(factory); // there is one, or nothing to seal
        return new EntityFieldCodec(factory.unwrap(SessionFactoryImplementor.class));
    }

    /** A row with what opens each of its values. */
    record Row(String entity, String id, Map<String, Supplier<@Nullable Object>> values) implements StoredRow {

        @Override
        public String toString() {
            return entity + "#" + id + " " + values.keySet();
        }
    }

    private record Field(ProtectedAttribute attribute, JdbcMapping mapping) {}

    private Field field(EntityPersister persister, String path) {
        var edges = ProtectedModel.edgesOf(persister);
        var place = edges.find(path).orElseThrow(() -> Entities.noAttribute(persister, edges, path));
        var part = (BasicValuedModelPart) persister.findByPath(path);
        return new Field(place.attribute(), part.getJdbcMapping());
    }

    private EntityPersister persister(Class<?> entity) {
        var persister = factory.getMappingMetamodel().findEntityDescriptor(entity);
        if (persister == null) {
            throw Messages.noEntity(entity);
        }
        return persister;
    }

    @Override
    public @Nullable Object seal(Class<?> entity, String attribute, @Nullable Object value) {
        var field = field(persister(entity), attribute);
        field.attribute().requireType(value);
        return value == null ? null : seal(field, value);
    }

    private Object seal(Field field, Object value) {
        var attribute = field.attribute();
        if (attribute.isMarkedMask(value)) {
            throw Messages.maskTyped(attribute.rule());
        }
        Object sealed = attribute.seal(value);
        if (sealed instanceof Posted posted) {
            throw posted.refusal(attribute.rule());
        }
        return attribute.sealing().opaque() ? attribute.sealing().toColumn(sealed) : toJdbc(field.mapping(), sealed);
    }

    private Object toJdbc(JdbcMapping mapping, Object value) {
        Object relational = mapping.convertToRelationalValue(value);
        return relational instanceof Enum<?> ? unwrap(mapping, relational) : relational;
    }

    @SuppressWarnings("unchecked")
    private Object unwrap(JdbcMapping mapping, Object relational) {
        var options = factory.getWrapperOptions();
        Class<?> stored = mapping.getJdbcType().getPreferredJavaTypeClass(options);
        Class<?> type = stored == null || stored == Object.class ? String.class : stored;
        return ((JavaType<Object>) mapping.getJdbcJavaType()).unwrap(relational, type, options);
    }

    @Override
    public StoredRow row(Class<?> entity, Object id, Map<String, ? extends @Nullable Object> columns) {
        var persister = persister(entity);
        var values = new LinkedHashMap<String, Supplier<@Nullable Object>>();
        columns.forEach((path, column) -> {
            var field = field(persister, path);
            Object sealed = column == null ? null : stored(field, column);
            values.put(path, EntityRowReader.value(field.attribute(), sealed));
        });
        return new Row(persister.getEntityName(), String.valueOf(id), Map.copyOf(values));
    }

    private Object stored(Field field, Object column) {
        var attribute = field.attribute();
        if (!attribute.sealing().opaque()) {
            return fromJdbc(field.mapping(), column);
        }
        boolean text = column instanceof String && attribute.rule().searchable();
        if (!text && !(column instanceof byte[])) {
            throw Messages.otherType(attribute.rule(), byte[].class, column.getClass());
        }
        return attribute.fromColumn(column);
    }

    @SuppressWarnings("unchecked")
    private Object fromJdbc(JdbcMapping mapping, Object column) {
        var type = (JavaType<Object>) mapping.getJdbcJavaType();
        return mapping.convertToDomainValue(type.wrap(column, factory.getWrapperOptions()));
    }
}

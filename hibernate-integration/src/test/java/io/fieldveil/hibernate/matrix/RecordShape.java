package io.fieldveil.hibernate.matrix;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Attributes that are components of a record, which a field of the entity holds; a change makes a new record. */
record RecordShape(Class<?> entity, String holder, Class<? extends Record> type) implements Shape {

    @Override
    public Object create(Protection protection, @Nullable Object value) {
        Object made = FieldShape.make(entity);
        write(made, protection, value);
        return made;
    }

    @Override
    public @Nullable Object read(Object entity, Protection protection) {
        Object held = FieldShape.get(entity, holder);
        return held == null ? null : FieldShape.get(held, protection.attribute());
    }

    @Override
    public void write(Object entity, Protection protection, @Nullable Object value) {
        Object before = FieldShape.get(entity, holder);
        RecordComponent[] components = type.getRecordComponents();
        @Nullable
        Object[] values = Arrays.stream(components)
                .<@Nullable Object>map(component -> component.getName().equals(protection.attribute())
                        ? value
                        : before == null ? null : FieldShape.get(before, component.getName()))
                .toArray();
        FieldShape.set(entity, holder, make(components, values));
    }

    private Object make(RecordComponent[] components, @Nullable Object[] values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String path(Protection protection) {
        return holder + "." + protection.attribute();
    }

    @Override
    public int copies() {
        return 2;
    }
}

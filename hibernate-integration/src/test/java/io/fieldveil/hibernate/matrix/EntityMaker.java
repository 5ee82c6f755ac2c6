package io.fieldveil.hibernate.matrix;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;

/**
 * Makes entity classes that differ in one thing: an attribute of some type, with the annotations of a protection and
 * others beside them. Each has an {@code id} and an unprotected text {@code note} too.
 */
final class EntityMaker {

    private static final AtomicInteger MADE = new AtomicInteger();

    private EntityMaker() {}

    static Class<?> make(
            Type type, List<? extends Annotation> beside, List<? extends Annotation> onType, Protection protection) {
        String name = "Row" + MADE.incrementAndGet();
        DynamicType.Builder<Object> builder = new ByteBuddy()
                .subclass(Object.class)
                .name(EntityMaker.class.getPackageName() + "." + name)
                .annotateType(AnnotationDescription.Builder.ofType(Entity.class)
                        .define("name", name)
                        .build())
                .annotateType(onType)
                .defineField("id", Long.class, Visibility.PUBLIC)
                .annotateField(
                        AnnotationDescription.Builder.ofType(Id.class).build(),
                        AnnotationDescription.Builder.ofType(GeneratedValue.class)
                                .build())
                .defineField("note", String.class, Visibility.PUBLIC);
        var all = new ArrayList<Annotation>(protection.annotations());
        all.addAll(beside);
        builder = builder.defineField(protection.attribute(), type, Visibility.PUBLIC)
                .annotateField(all);
        try (DynamicType.Unloaded<Object> made = builder.make()) {
            return made.load(
                            EntityMaker.class.getClassLoader(),
                            ClassLoadingStrategy.UsingLookup.of(MethodHandles.lookup()))
                    .getLoaded();
        }
    }
}

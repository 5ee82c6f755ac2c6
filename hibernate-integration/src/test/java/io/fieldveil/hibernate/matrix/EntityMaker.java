package io.fieldveil.hibernate.matrix;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.SecondaryTable;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.description.type.TypeDefinition;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;

/**
 * Makes entity classes that differ in one thing: an attribute of some type, with the annotations of a protection and
 * others beside them; or where the attributes of all protections stand. Each has an {@code id} and an unprotected text
 * {@code note} too.
 */
final class EntityMaker {

    private static final AtomicInteger MADE = new AtomicInteger();

    private EntityMaker() {}

    static Class<?> make(
            Type type, List<? extends Annotation> beside, List<? extends Annotation> onType, Protection protection) {
        return load(attribute(keyed(onType), type, protection, beside));
    }

    /** An entity that protects nothing, with an attribute {@code held}. */
    static Class<?> holding(TypeDefinition type, List<? extends Annotation> beside, List<? extends Annotation> onType) {
        return load(keyed(onType).defineField("held", type, Visibility.PUBLIC).annotateField(beside));
    }

    /** An entity that protects nothing, for others to extend. */
    static Class<?> root(InheritanceType strategy) {
        return load(keyed(List.of())
                .annotateType(AnnotationDescription.Builder.ofType(Inheritance.class)
                        .define("strategy", strategy)
                        .build()));
    }

    /** An entity below it that has an attribute for each protection. */
    static Class<?> leaf(Class<?> root) {
        return load(six(named(root), List.of()));
    }

    /** An entity whose attributes, one for each protection, stand in this secondary table. */
    static Class<?> beside(String table) {
        var secondary = AnnotationDescription.Builder.ofType(SecondaryTable.class)
                .define("name", table)
                .build();
        var column = AnnotationDescription.Builder.ofType(Column.class)
                .define("table", table)
                .build()
                .prepare(Column.class)
                .load();
        return load(six(keyed(List.of()).annotateType(secondary), List.of(column)));
    }

    private static DynamicType.Builder<?> six(DynamicType.Builder<?> builder, List<? extends Annotation> beside) {
        for (Protection protection : Protection.values()) {
            builder = attribute(builder, String.class, protection, beside);
        }
        return builder;
    }

    private static DynamicType.Builder<?> attribute(
            DynamicType.Builder<?> builder, Type type, Protection protection, List<? extends Annotation> beside) {
        var all = new ArrayList<Annotation>(protection.annotations());
        all.addAll(beside);
        return builder.defineField(protection.attribute(), type, Visibility.PUBLIC)
                .annotateField(all);
    }

    private static DynamicType.Builder<?> keyed(List<? extends Annotation> onType) {
        return named(Object.class)
                .annotateType(onType)
                .defineField("id", Long.class, Visibility.PUBLIC)
                .annotateField(
                        AnnotationDescription.Builder.ofType(Id.class).build(),
                        AnnotationDescription.Builder.ofType(GeneratedValue.class)
                                .build())
                .defineField("note", String.class, Visibility.PUBLIC);
    }

    private static DynamicType.Builder<?> named(Class<?> superclass) {
        String name = "Row" + MADE.incrementAndGet();
        return new ByteBuddy()
                .subclass(superclass)
                .name(EntityMaker.class.getPackageName() + "." + name)
                .annotateType(AnnotationDescription.Builder.ofType(Entity.class)
                        .define("name", name)
                        .build());
    }

    private static Class<?> load(DynamicType.Builder<?> builder) {
        try (DynamicType.Unloaded<?> made = builder.make()) {
            return made.load(
                            EntityMaker.class.getClassLoader(),
                            ClassLoadingStrategy.UsingLookup.of(MethodHandles.lookup()))
                    .getLoaded();
        }
    }
}

package io.fieldveil.hibernate.internal;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.models.spi.MemberDetails;
import org.jspecify.annotations.Nullable;

/**
 * The annotated members of mapped classes, and which of them a rule or an attribute took; class by class, since what one
 * entity maps of a superclass, another may override or leave out.
 */
final class AnnotatedMembers {

    private record Placed(String entity, Class<?> type, Class<?> container) {}

    private final Set<Placed> placed = new LinkedHashSet<>();
    private final Map<String, Set<String>> taken = new HashMap<>();

    /**
     * Makes sure that a class is looked at.
     *
     * @param container whose members it maps: the class itself, or the embeddable that it extends
     */
    void place(String entity, Class<?> type, Class<?> container) {
        placed.add(new Placed(entity, type, container));
    }

    void take(Class<?> container, @Nullable MemberDetails member) {
        if (member != null) {
            var members = taken.computeIfAbsent(container.getName(), name -> new HashSet<>());
            PiiAnnotations.elements(member).forEach(element -> members.add(element.toString()));
        }
    }

    /** An annotation that nothing took protects nothing: on a transient field, a constructor parameter, an interface. */
    void reportUntaken(Problems problems) {
        for (Placed place : placed) {
            Set<String> known = takenBy(place.container());
            for (Class<?> declaring : hierarchy(place.type())) {
                for (Member member : annotated(declaring)) {
                    if (!known.contains(member.toString())) {
                        problems.add(
                                "FV-105",
                                "Member '" + member.getName() + "' of entity '" + place.entity() + "'",
                                "the annotation belongs to no persistent basic attribute and would protect nothing;"
                                        + " move it to the attribute (the field or getter of the mapped class itself)"
                                        + " or remove it.");
                    }
                }
            }
        }
    }

    static boolean hasAny(Class<?> type) {
        // Those of the platform and of primitive types carry nothing of ours.
        return type.getClassLoader() != null
                && hierarchy(type).stream()
                        .anyMatch(declaring -> !annotated(declaring).isEmpty());
    }

    /** An entity's inherited attributes are taken by the entity that it extends. */
    private Set<String> takenBy(Class<?> container) {
        var known = new HashSet<String>();
        for (Class<?> type = container; type != null; type = type.getSuperclass()) {
            known.addAll(taken.getOrDefault(type.getName(), Set.of()));
        }
        return known;
    }

    private static Set<Class<?>> hierarchy(Class<?> type) {
        var all = new LinkedHashSet<Class<?>>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            all.add(each);
            addInterfaces(each, all);
        }
        return all;
    }

    private static void addInterfaces(Class<?> type, Set<Class<?>> all) {
        for (Class<?> each : type.getInterfaces()) {
            if (all.add(each)) {
                addInterfaces(each, all);
            }
        }
    }

    /** Bridge methods repeat the annotations of what they call. */
    private static List<Member> annotated(Class<?> type) {
        var members = new ArrayList<AccessibleObject>(List.of(type.getDeclaredFields()));
        members.addAll(List.of(type.getDeclaredMethods()));
        return members.stream()
                .filter(member -> PiiAnnotations.TYPES.stream().anyMatch(member::isAnnotationPresent))
                .filter(member -> !(member instanceof Method method && method.isBridge()))
                .map(Member.class::cast)
                .toList();
    }
}

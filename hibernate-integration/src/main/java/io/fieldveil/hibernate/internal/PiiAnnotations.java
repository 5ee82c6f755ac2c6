package io.fieldveil.hibernate.internal;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.ClientEncrypted;
import io.fieldveil.annotations.Masked;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hibernate.annotations.TenantId;
import org.hibernate.models.spi.MemberDetails;
import org.jspecify.annotations.Nullable;

/**
 * The annotations of one attribute. They count on the field and on the getter alike, whichever of the two the mapping
 * uses.
 */
record PiiAnnotations(
        @Nullable AutoHashed autoHashed,
        @Nullable Masked masked,
        @Nullable ClientEncrypted clientEncrypted) {

    static final List<Class<? extends Annotation>> TYPES =
            List.of(AutoHashed.class, Masked.class, ClientEncrypted.class);

    static PiiAnnotations of(@Nullable MemberDetails member) {
        if (member == null) {
            return new PiiAnnotations(null, null, null);
        }
        var elements = elements(member);
        return new PiiAnnotations(
                find(elements, AutoHashed.class), find(elements, Masked.class), find(elements, ClientEncrypted.class));
    }

    /** Whether Hibernate compares the attribute with the current tenant, in the column itself. */
    static boolean isTenantId(@Nullable MemberDetails member) {
        return member != null && find(elements(member), TenantId.class) != null;
    }

    boolean isPresent() {
        return autoHashed != null || masked != null || clientEncrypted != null;
    }

    /** Whether the column holds something else than the value, which takes a converter. */
    boolean isConverted() {
        return autoHashed != null || clientEncrypted != null || (masked != null && masked.encryptedAtRest());
    }

    /** Whether equal values are stored differently. */
    boolean isRandomised() {
        return autoHashed == null && masked != null && masked.encryptedAtRest();
    }

    static <A extends Annotation> @Nullable A find(List<AnnotatedElement> elements, Class<A> type) {
        for (AnnotatedElement element : elements) {
            A annotation = element.getAnnotation(type);
            if (annotation != null) {
                return annotation;
            }
        }
        return null;
    }

    /** The member of the class: of a record's component, its accessor. */
    static Member member(MemberDetails details) {
        Member member = details.toJavaMember();
        if (member != null) {
            return member;
        }
        Class<?> record = details.getDeclaringType().toJavaClass();
        try {
            return record.getDeclaredMethod(details.getName());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(record.getName() + " has no component " + details.getName(), e);
        }
    }

    /** The member itself and its counterpart: the getter's field, or the field's getter. */
    static List<AnnotatedElement> elements(MemberDetails details) {
        Member member = member(details);
        var elements = new ArrayList<AnnotatedElement>();
        Class<?> owner = member.getDeclaringClass();
        if (member instanceof Field field) {
            elements.add(field);
            for (Method method : owner.getDeclaredMethods()) {
                if (method.getParameterCount() == 0 && propertyName(method).equals(field.getName())) {
                    elements.add(method);
                }
            }
        } else if (member instanceof Method method) {
            elements.add(method);
            for (Field field : owner.getDeclaredFields()) {
                if (field.getName().equals(propertyName(method))) {
                    elements.add(field);
                }
            }
        }
        return elements;
    }

    /** The property that a getter reads, or a record's accessor; the empty text where it is neither. */
    static String propertyName(Method method) {
        String name = method.getName();
        if (method.getDeclaringClass().isRecord() && method.getParameterCount() == 0) {
            return name;
        }
        int prefix = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : 0;
        if (prefix == 0 || name.length() == prefix) {
            return "";
        }
        String tail = name.substring(prefix);
        boolean acronym = tail.length() > 1 && Character.isUpperCase(tail.charAt(1));
        return acronym ? tail : tail.substring(0, 1).toLowerCase(Locale.ROOT) + tail.substring(1);
    }
}

package io.fieldveil.hibernate.internal;

import io.fieldveil.hibernate.internal.MappingRules.Site;
import java.util.List;
import org.hibernate.engine.spi.Managed;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Property;
import org.jspecify.annotations.Nullable;

/** Which attribute can hold the name by which another's values are marked. */
final class NameRules {

    private NameRules() {}

    /** What the element {@code by} names; null if it names nothing that can be the name. */
    static @Nullable Property find(Site site) {
        var masked = site.annotations().masked();
        String by = masked == null ? "" : masked.by();
        if (!isSetByItself(site)) {
            return null;
        }
        List<Property> siblings = site.owner() == null
                ? site.entity().getPropertyClosure()
                : site.owner().getProperties();
        return siblings.stream()
                .filter(property -> property.getName().equals(by) && isName(site, property))
                .findFirst()
                .orElse(null);
    }

    /**
     * Whether the value has an instance and a moment of its own, at which its name is known: not in an element of a
     * collection, which is told by what it holds, nor in what is made of all its values at once, nor where it is loaded
     * later.
     */
    private static boolean isSetByItself(Site site) {
        var owner = site.owner();
        boolean made = owner != null
                && (owner.getComponentClass().isRecord()
                        || owner.getCustomInstantiator() != null
                        || owner.getInstantiator() != null);
        boolean later = site.property() != null
                && site.property().isLazy()
                && Managed.class.isAssignableFrom(site.entity().getMappedClass());
        return site.collection() == null && !made && !later;
    }

    @SuppressWarnings("ReferenceEquality") // the very same property is meant
    private static boolean isName(Site site, Property property) {
        return property != site.property()
                && property != site.entity().getIdentifierProperty()
                && property != site.entity().getVersion()
                && !property.isLazy()
                && property.getValue() instanceof BasicValue value
                && !value.hasFormula()
                && value.getTable().equals(site.value().getTable())
                && !PiiAnnotations.of(value.getMemberDetails()).isPresent()
                && isText(value.resolve().getDomainJavaType().getJavaTypeClass());
    }

    private static boolean isText(Class<?> type) {
        return type == String.class || type.isEnum();
    }
}

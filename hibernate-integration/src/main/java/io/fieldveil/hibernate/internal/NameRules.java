package io.fieldveil.hibernate.internal;

import io.fieldveil.hibernate.internal.MappingRules.Site;
import java.util.List;
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
        List<Property> siblings = site.owner() == null
                ? site.entity().getPropertyClosure()
                : site.owner().getProperties();
        return siblings.stream()
                .filter(property -> property.getName().equals(by) && isName(site, property))
                .findFirst()
                .orElse(null);
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

package io.fieldveil.hibernate.internal;

import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.envers.boot.internal.EnversService;
import org.hibernate.envers.internal.entities.EntityConfiguration;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.service.ServiceRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Refuses protected attributes that Envers copies, whatever made it do so: its reader sets what it read past the entity's
 * edge. To be loaded only where Envers is.
 */
final class EnversRules {

    private EnversRules() {}

    /** Checks as soon as Envers has decided what it audits, and before Hibernate looks at its mapping of the copies. */
    static void check(InFlightMetadataCollector metadata, ServiceRegistry services) {
        var envers = services.getService(EnversService.class);
        if (envers == null || !envers.isEnabled()) {
            return;
        }
        if (envers.isInitialized()) {
            check(metadata, envers);
        } else {
            metadata.registerValueMappingResolver(context -> {
                check(metadata, envers);
                return true;
            });
        }
    }

    private static void check(InFlightMetadataCollector metadata, EnversService envers) {
        if (!envers.isInitialized()) {
            return;
        }
        var problems = new Problems();
        for (PersistentClass entity : metadata.getEntityBindingMap().values()) {
            EntityConfiguration audited = envers.getEntitiesConfigurations().get(entity.getEntityName());
            if (audited != null) {
                ProtectedColumns.forEachNamed(entity, (root, property) -> check(audited, root, property, problems));
            }
        }
        problems.throwIfAny();
    }

    private static void check(EntityConfiguration audited, Property root, Property property, Problems problems) {
        @Nullable ProtectedAttribute attribute = ProtectedColumns.attribute(property);
        boolean copied = audited.getPropertyMapper().getProperties().keySet().stream()
                .anyMatch(data -> root.getName().equals(data.getBeanName()));
        if (attribute != null && copied) {
            problems.add(OracleRules.copied(), attribute.rule().place());
        }
    }
}

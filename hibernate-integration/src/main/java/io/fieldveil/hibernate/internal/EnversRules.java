package io.fieldveil.hibernate.internal;

import org.hibernate.boot.Metadata;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.envers.boot.internal.EnversService;
import org.hibernate.envers.internal.entities.EntityConfiguration;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.jspecify.annotations.Nullable;

/**
 * Refuses protected attributes that Envers copies, whatever made it do so: its reader sets what it read past the entity's
 * edge. To be loaded only where Envers is.
 */
final class EnversRules {

    private EnversRules() {}

    static void check(Metadata metadata, SessionFactoryImplementor factory, Problems problems) {
        var envers = factory.getServiceRegistry().getService(EnversService.class);
        if (envers == null || !envers.isEnabled() || !envers.isInitialized()) {
            return;
        }
        for (PersistentClass entity : metadata.getEntityBindings()) {
            EntityConfiguration audited = envers.getEntitiesConfigurations().get(entity.getEntityName());
            if (audited != null) {
                ProtectedColumns.forEachNamed(entity, (root, property) -> check(audited, root, property, problems));
            }
        }
    }

    private static void check(EntityConfiguration audited, Property root, Property property, Problems problems) {
        @Nullable ProtectedAttribute attribute = ProtectedColumns.attribute(property);
        boolean copied = audited.getPropertyMapper().getProperties().keySet().stream()
                .anyMatch(data -> root.getName().equals(data.getBeanName()));
        if (attribute != null && copied) {
            problems.add("FV-124", attribute.rule().place(), OracleRules.COPIED);
        }
    }
}

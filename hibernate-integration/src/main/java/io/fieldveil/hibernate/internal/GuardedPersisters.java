package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
import java.util.Map;
import org.hibernate.boot.registry.StandardServiceInitiator;
import org.hibernate.engine.spi.PersistentAttributeInterceptable;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.persister.entity.JoinedSubclassEntityPersister;
import org.hibernate.persister.entity.SingleTableEntityPersister;
import org.hibernate.persister.entity.UnionSubclassEntityPersister;
import org.hibernate.persister.internal.PersisterClassResolverInitiator;
import org.hibernate.persister.spi.PersisterClassResolver;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a persister of ours for each entity with protected attributes that is bytecode-enhanced, or a map, in place of
 * Hibernate's.
 */
final class GuardedPersisters implements StandardServiceInitiator<PersisterClassResolver> {

    private static final Map<Class<?>, Class<? extends EntityPersister>> OURS = Map.of(
            SingleTableEntityPersister.class, GuardedSingleTablePersister.class,
            JoinedSubclassEntityPersister.class, GuardedJoinedPersister.class,
            UnionSubclassEntityPersister.class, GuardedUnionPersister.class);

    @Override
    public Class<PersisterClassResolver> getServiceInitiated() {
        return PersisterClassResolver.class;
    }

    @Override
    public PersisterClassResolver initiateService(
            Map<String, Object> configurationValues, ServiceRegistryImplementor registry) {
        return new Resolver(PersisterClassResolverInitiator.INSTANCE.initiateService(configurationValues, registry));
    }

    private record Resolver(PersisterClassResolver delegate) implements PersisterClassResolver {

        @Override
        public Class<? extends EntityPersister> getEntityPersisterClass(PersistentClass metadata) {
            Class<? extends EntityPersister> chosen = delegate.getEntityPersisterClass(metadata);
            boolean map = metadata.getClassName() == null;
            if (!(map || isEnhanced(metadata)) || !hasProtected(metadata)) {
                return chosen;
            }
            @Nullable Class<? extends EntityPersister> ours = OURS.get(chosen);
            if (ours == null) {
                throw new FieldveilException(
                        "FV-146",
                        "Entity '" + metadata.getJpaEntityName()
                                + "' has protected attributes, is bytecode-enhanced or a copy that Envers keeps, and"
                                + " has a persister of its own, which would read or write past the entity's edge."
                                + " Remove the persister, or do not enhance the class.");
            }
            return ours;
        }

        private static boolean isEnhanced(PersistentClass metadata) {
            return PersistentAttributeInterceptable.class.isAssignableFrom(metadata.getMappedClass());
        }

        private static boolean hasProtected(PersistentClass metadata) {
            return metadata.getPropertyClosure().stream()
                    .anyMatch(property -> ProtectedColumns.attribute(property) != null);
        }

        @Override
        public Class<? extends CollectionPersister> getCollectionPersisterClass(Collection metadata) {
            return delegate.getCollectionPersisterClass(metadata);
        }
    }
}

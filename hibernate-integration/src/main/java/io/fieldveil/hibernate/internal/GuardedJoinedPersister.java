package io.fieldveil.hibernate.internal;

import org.hibernate.cache.spi.access.EntityDataAccess;
import org.hibernate.cache.spi.access.NaturalIdDataAccess;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.metamodel.spi.EntityRepresentationStrategy;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.persister.entity.JoinedSubclassEntityPersister;
import org.jspecify.annotations.Nullable;

/** See {@link EnhancedReads} and {@link AuditMaps}. Public for Hibernate, which makes it. */
public final class GuardedJoinedPersister extends JoinedSubclassEntityPersister {

    public GuardedJoinedPersister(
            PersistentClass entity,
            EntityDataAccess cache,
            NaturalIdDataAccess naturalIdCache,
            RuntimeModelCreationContext context) {
        super(entity, cache, naturalIdCache, context);
    }

    @Override
    public EntityRepresentationStrategy getRepresentationStrategy() {
        return AuditMaps.of(super.getRepresentationStrategy());
    }

    @Override
    public @Nullable Object initializeLazyProperty(
            String fieldName, Object entity, SharedSessionContractImplementor session) {
        return EnhancedReads.lazy(this, entity, fieldName, session)
                .show(() -> super.initializeLazyProperty(fieldName, entity, session));
    }

    @Override
    public @Nullable Object initializeEnhancedEntityUsedAsProxy(
            Object entity, String nameOfAttributeBeingAccessed, SharedSessionContractImplementor session) {
        return EnhancedReads.proxy(this, entity, nameOfAttributeBeingAccessed, session)
                .show(() -> super.initializeEnhancedEntityUsedAsProxy(entity, nameOfAttributeBeingAccessed, session));
    }
}

package io.fieldveil.hibernate.internal;

import io.fieldveil.access.Access;
import io.fieldveil.hibernate.internal.EntityEdges.Place;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.bytecode.enhance.spi.interceptor.EnhancementAsProxyLazinessInterceptor;
import org.hibernate.bytecode.enhance.spi.interceptor.LazyAttributeLoadingInterceptor;
import org.hibernate.engine.spi.PersistentAttributeInterceptable;
import org.hibernate.engine.spi.SelfDirtinessTracker;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * A read of an enhanced instance's attribute that has to load something first: a lazy attribute, or all of an instance
 * that is its own proxy. Hibernate sets what it loads by the property access, and has the enhanced reader write the same
 * into the field once more, past the entity's edge; so it is given what the field shows, instead of what was loaded.
 */
final class EnhancedReads {

    private final EntityPersister persister;
    private final Object entity;
    private final @Nullable Place place;
    private final SharedSessionContractImplementor session;

    private EnhancedReads(
            EntityPersister persister,
            Object entity,
            @Nullable String attribute,
            SharedSessionContractImplementor session) {
        this.persister = persister;
        this.entity = entity;
        this.session = session;
        place = attribute == null
                ? null
                : ProtectedModel.edgesOf(persister).find(attribute).orElse(null);
    }

    /** Whether a protected attribute of the instance can be read without loading it; true of instances not enhanced. */
    static boolean isFetched(Object owner, String attribute) {
        return !(owner instanceof PersistentAttributeInterceptable enhanced
                        && enhanced.$$_hibernate_getInterceptor() instanceof LazyAttributeLoadingInterceptor lazy)
                || lazy.isAttributeLoaded(attribute);
    }

    /** Loads an attribute that was not fetched, as reading it would. */
    static void fetch(Object owner, String attribute) {
        if (owner instanceof PersistentAttributeInterceptable enhanced
                && enhanced.$$_hibernate_getInterceptor() instanceof LazyAttributeLoadingInterceptor lazy
                && !lazy.isAttributeLoaded(attribute)) {
            lazy.fetchAttribute(owner, attribute);
        }
    }

    /** Whether an enhanced instance was loaded, and has attributes that it loads when they are read. */
    static boolean isLoaded(Object entity) {
        return entity instanceof PersistentAttributeInterceptable enhanced
                && enhanced.$$_hibernate_getInterceptor() instanceof LazyAttributeLoadingInterceptor;
    }

    /** Whether a write stores the attribute: of an instance that was never loaded, what was typed alone. */
    static boolean isWritten(Object entity, Place place) {
        return !isUnloaded(entity)
                || !(entity instanceof SelfDirtinessTracker tracker)
                || List.of(tracker.$$_hibernate_getDirtyAttributes()).contains(place.root());
    }

    private static boolean isUnloaded(Object entity) {
        return entity instanceof PersistentAttributeInterceptable enhanced
                && enhanced.$$_hibernate_getInterceptor() instanceof EnhancementAsProxyLazinessInterceptor;
    }

    static EnhancedReads lazy(
            EntityPersister persister, Object entity, String attribute, SharedSessionContractImplementor session) {
        var read = new EnhancedReads(persister, entity, attribute, session);
        read.checkContext();
        return read;
    }

    static EnhancedReads proxy(
            EntityPersister persister,
            Object entity,
            @Nullable String attribute,
            SharedSessionContractImplementor session) {
        var read = new EnhancedReads(persister, entity, attribute, session);
        read.checkContext();
        read.refuseTyped();
        return read;
    }

    /** Hibernate tells no listener of what it loads later. */
    private void checkContext() {
        ProtectedModel.edgesOf(persister).places().stream()
                .findFirst()
                .ifPresent(
                        any -> ContextOwnership.check(session, any.attribute().runtime(), persister.getEntityName()));
    }

    /** What was typed into a proxy before it was loaded would be taken for loaded, and not be checked at the flush. */
    private void refuseTyped() {
        boolean typed = entity instanceof PersistentAttributeInterceptable enhanced
                && enhanced.$$_hibernate_getInterceptor() instanceof EnhancementAsProxyLazinessInterceptor unloaded
                && unloaded.hasWrittenFieldNames();
        if (!typed) {
            return;
        }
        for (Place each : ProtectedModel.edgesOf(persister).places()) {
            if (each.isOwn()
                    && each.attribute().masked()
                    && each.edge().visible(entity) != null
                    && !each.attribute().may(Access.WRITE)) {
                throw Messages.maskedWrite(each.attribute().rule());
            }
        }
    }

    /** Loads, and answers what the attribute's field shows then. */
    @Nullable
    Object show(Supplier<@Nullable Object> load) {
        Object loaded = load.get();
        if (place == null || !place.isOwn()) {
            return loaded;
        }
        if (place.attribute().audited()) {
            RevealAudit.reveal(persister, entity, session.getContextEntityIdentifier(entity));
        }
        return place.edge().visible(entity);
    }
}

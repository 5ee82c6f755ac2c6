package io.fieldveil.hibernate.internal;

import io.fieldveil.access.Access;
import io.fieldveil.audit.Disclosure;
import io.fieldveil.audit.DisclosureKind;
import io.fieldveil.audit.DisclosureOutcome;
import io.fieldveil.hibernate.internal.EntityEdges.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.event.spi.PostLoadEvent;
import org.hibernate.event.spi.PostLoadEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.jspecify.annotations.Nullable;

/**
 * Shows auto-hashed attributes to a permitted principal, after the intent was recorded. Until then, and wherever
 * Hibernate does not say that an entity was loaded (a stateless session), they show their token.
 */
final class RevealAudit implements PostLoadEventListener {

    @Override
    public void onPostLoad(PostLoadEvent event) {
        reveal(event.getPersister(), event.getEntity(), event.getId());
    }

    /** The same of what was loaded later. */
    static void reveal(EntityPersister persister, Object entity, Object id) {
        List<Covered> covered = covered(persister, entity);
        if (covered.isEmpty()) {
            return;
        }
        Set<String> revealed = covered.stream().map(row -> row.place().path()).collect(Collectors.toSet());
        var runtime = covered.get(0).place().attribute().runtime();
        var context = runtime.currentContext();
        long intent = runtime.audit()
                .intent(new Disclosure(
                        DisclosureKind.REVEAL,
                        context.principal(),
                        context.purpose(),
                        context.tenant(),
                        context.principal(),
                        persister.getEntityName(),
                        List.of(name(id, persister)),
                        revealed));
        covered.forEach(row -> row.place().reveal(entity, persister, row.sealed()));
        runtime.audit().outcome(intent, DisclosureOutcome.DELIVERED, revealed.size());
    }

    /** A copy that Envers keeps belongs to a revision, which is an entity and may print whatever it holds. */
    private static String name(Object id, EntityPersister persister) {
        return id instanceof Map<?, ?> parts
                ? parts.entrySet().stream()
                        .map(part -> part.getKey() + "=" + idOf(part.getValue(), persister))
                        .sorted()
                        .collect(Collectors.joining(", "))
                : String.valueOf(id);
    }

    private static @Nullable Object idOf(Object part, EntityPersister persister) {
        var proxy = HibernateProxy.extractLazyInitializer(part);
        if (proxy != null) {
            return proxy.getInternalIdentifier();
        }
        var entity = persister.getFactory().getMappingMetamodel().findEntityDescriptor(part.getClass());
        return entity == null ? part : entity.getIdentifier(part);
    }

    private record Covered(Place place, Object sealed) {}

    private static List<Covered> covered(EntityPersister persister, Object entity) {
        var covered = new ArrayList<Covered>();
        for (Place place : ProtectedModel.edgesOf(persister).places()) {
            if (!place.attribute().audited()) {
                continue;
            }
            Object owner = place.owner(entity, persister);
            if (!place.attribute().may(Access.READ, owner)) {
                continue;
            }
            var slot = owner == null ? null : Memory.slot(owner, place.attribute());
            if (owner != null && slot != null && slot.origin() == Memory.Origin.COVERED) {
                covered.add(new Covered(place, slot.sealed()));
            }
        }
        return covered;
    }
}

package io.fieldveil.hibernate.internal;

import io.fieldveil.access.Access;
import io.fieldveil.audit.Disclosure;
import io.fieldveil.audit.DisclosureKind;
import io.fieldveil.audit.DisclosureOutcome;
import io.fieldveil.hibernate.FieldveilRuntime;
import io.fieldveil.hibernate.internal.EntityEdges.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.event.spi.PostLoadEvent;
import org.hibernate.event.spi.PostLoadEventListener;

/**
 * Shows auto-hashed attributes to a permitted principal, after the intent was recorded. Until then, and wherever
 * Hibernate does not say that an entity was loaded (a stateless session), they show their token.
 */
final class RevealAudit implements PostLoadEventListener {

    private final ProtectedModel model;
    private final FieldveilRuntime runtime;

    RevealAudit(ProtectedModel model, FieldveilRuntime runtime) {
        this.model = model;
        this.runtime = runtime;
    }

    @Override
    public void onPostLoad(PostLoadEvent event) {
        List<Covered> covered = covered(event);
        if (covered.isEmpty()) {
            return;
        }
        Set<String> revealed = covered.stream().map(row -> row.place().path()).collect(Collectors.toSet());
        var context = runtime.currentContext();
        long intent = runtime.audit()
                .intent(new Disclosure(
                        DisclosureKind.REVEAL,
                        context.principal(),
                        context.purpose(),
                        context.tenant(),
                        context.principal(),
                        event.getPersister().getEntityName(),
                        List.of(String.valueOf(event.getId())),
                        revealed));
        covered.forEach(row -> row.place().edge().reveal(row.owner(), row.sealed()));
        runtime.audit().outcome(intent, DisclosureOutcome.DELIVERED, revealed.size());
    }

    private record Covered(Place place, Object owner, Object sealed) {}

    private List<Covered> covered(PostLoadEvent event) {
        var covered = new ArrayList<Covered>();
        for (Place place : model.edges(event.getPersister()).places()) {
            if (!place.attribute().audited()) {
                continue;
            }
            Object owner = place.owner(event.getEntity(), event.getPersister());
            if (!place.attribute().may(Access.READ, owner)) {
                continue;
            }
            var slot = owner == null ? null : Memory.slot(owner, place.attribute());
            if (owner != null && slot != null && slot.origin() == Memory.Origin.COVERED) {
                covered.add(new Covered(place, owner, slot.sealed()));
            }
        }
        return covered;
    }
}

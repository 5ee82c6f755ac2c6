package io.fieldveil.hibernate.internal;

import io.fieldveil.annotations.Reveal;
import io.fieldveil.audit.Disclosure;
import io.fieldveil.audit.DisclosureKind;
import io.fieldveil.audit.DisclosureOutcome;
import io.fieldveil.hibernate.FieldveilRuntime;
import io.fieldveil.hibernate.internal.EntityEdges.Place;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.event.spi.PostLoadEvent;
import org.hibernate.event.spi.PostLoadEventListener;

/** Records each entity whose auto-hashed attributes a permitted principal was shown; without the record, no entity. */
final class RevealAudit implements PostLoadEventListener {

    private final ProtectedModel model;
    private final FieldveilRuntime runtime;

    RevealAudit(ProtectedModel model, FieldveilRuntime runtime) {
        this.model = model;
        this.runtime = runtime;
    }

    @Override
    public void onPostLoad(PostLoadEvent event) {
        Set<String> revealed = model.edges(event.getPersister()).places().stream()
                .filter(place -> place.attribute().rule().reveal() == Reveal.PERMITTED)
                .filter(place -> place.holder() == null && isRevealed(place, event.getEntity()))
                .map(Place::path)
                .collect(Collectors.toSet());
        if (revealed.isEmpty()) {
            return;
        }
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
        runtime.audit().outcome(intent, DisclosureOutcome.DELIVERED, revealed.size());
    }

    private static boolean isRevealed(Place place, Object entity) {
        var slot = Memory.slot(entity, place.attribute());
        return slot != null && slot.origin() == Memory.Origin.REVEALED;
    }
}

package io.fieldveil.hibernate.internal;

import io.fieldveil.hibernate.internal.EntityEdges.Place;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.AbstractPreDatabaseOperationEvent;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PreCollectionUpdateEventListener;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;
import org.hibernate.event.spi.PreUpsertEvent;
import org.hibernate.event.spi.PreUpsertEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Lets Bean Validation judge what was typed, and not the tokens and masks that stand in untouched fields: a violation at
 * an attribute that shows what was loaded is dropped.
 */
final class UntouchedConstraints {

    private static final Pattern INDEX = Pattern.compile("\\[[^\\]]*\\]");
    private static final String BEAN_VALIDATION = "org.hibernate.boot.beanvalidation.BeanValidationEventListener";

    private final ProtectedModel model;

    private UntouchedConstraints(ProtectedModel model) {
        this.model = model;
    }

    static void wrap(EventListenerRegistry registry, ProtectedModel model) {
        var constraints = new UntouchedConstraints(model);
        replace(registry, EventType.PRE_INSERT, listener -> constraints.wrapInsert(listener));
        replace(registry, EventType.PRE_UPDATE, listener -> constraints.wrapUpdate(listener));
        replace(registry, EventType.PRE_UPSERT, listener -> constraints.wrapUpsert(listener));
        replace(registry, EventType.PRE_COLLECTION_UPDATE, listener -> constraints.wrapCollection(listener));
    }

    @SuppressWarnings("deprecation")
    private static <T> void replace(
            EventListenerRegistry registry, EventType<T> type, java.util.function.UnaryOperator<T> wrapper) {
        var group = registry.getEventListenerGroup(type);
        List<T> listeners = new ArrayList<>();
        boolean found = false;
        for (T listener : group.listeners()) {
            boolean judge = listener.getClass().getName().equals(BEAN_VALIDATION);
            found |= judge;
            listeners.add(judge ? wrapper.apply(listener) : listener);
        }
        if (found) {
            group.clearListeners();
            listeners.forEach(group::appendListener);
        }
    }

    private PreInsertEventListener wrapInsert(PreInsertEventListener judge) {
        return (PreInsertEvent event) -> judged(event, () -> judge.onPreInsert(event));
    }

    private PreUpdateEventListener wrapUpdate(PreUpdateEventListener judge) {
        return (PreUpdateEvent event) -> judged(event, () -> judge.onPreUpdate(event));
    }

    private PreUpsertEventListener wrapUpsert(PreUpsertEventListener judge) {
        return (PreUpsertEvent event) -> judged(event, () -> judge.onPreUpsert(event));
    }

    /** The owner is judged where a collection of it changes, too. */
    private PreCollectionUpdateEventListener wrapCollection(PreCollectionUpdateEventListener judge) {
        return event -> {
            Object owner = event.getAffectedOwnerOrNull();
            EntityPersister persister = event.getCollectionPersister().getOwnerEntityPersister();
            boolean unused = judged(persister, owner, () -> {
                judge.onPreUpdateCollection(event);
                return false;
            });
        };
    }

    private boolean judged(AbstractPreDatabaseOperationEvent event, java.util.function.BooleanSupplier judge) {
        return judged(event.getPersister(), event.getEntity(), judge);
    }

    private boolean judged(
            EntityPersister persister, @Nullable Object entity, java.util.function.BooleanSupplier judge) {
        if (model.edges(persister).isEmpty()) {
            return judge.getAsBoolean();
        }
        try {
            return judge.getAsBoolean();
        } catch (ConstraintViolationException e) {
            Set<ConstraintViolation<?>> typed = e.getConstraintViolations().stream()
                    .filter(violation -> entity == null || !untouched(persister, entity, violation))
                    .collect(Collectors.toSet());
            if (typed.isEmpty()) {
                return false;
            }
            throw new ConstraintViolationException(typed);
        }
    }

    private boolean untouched(EntityPersister persister, Object entity, ConstraintViolation<?> violation) {
        Object value = violation.getInvalidValue();
        if (value instanceof String && Memory.isCover(value)) {
            return true;
        }
        String path = INDEX.matcher(violation.getPropertyPath().toString()).replaceAll("");
        var edges = model.edges(persister);
        return edges.find(path)
                .map(place -> untouched(place, place.owner(entity, persister)))
                .or(() -> edges.findElement(path).map(place -> untouched(place, violation.getLeafBean())))
                .orElse(false);
    }

    private static boolean untouched(Place place, @Nullable Object owner) {
        if (owner == null) {
            return false;
        }
        var slot = Memory.slot(owner, place.attribute());
        return slot != null
                && (slot.origin() == Memory.Origin.COVERED || slot.origin() == Memory.Origin.MERGED)
                && slot.shows(place.edge().visible(owner));
    }
}

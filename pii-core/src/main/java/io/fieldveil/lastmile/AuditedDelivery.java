package io.fieldveil.lastmile;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.Purpose;
import io.fieldveil.audit.Disclosure;
import io.fieldveil.audit.DisclosureAudit;
import io.fieldveil.audit.DisclosureKind;
import io.fieldveil.audit.DisclosureOutcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The order of every disclosure: purpose, intent, opening and delivery, outcome. */
final class AuditedDelivery {

    private final DisclosureAudit audit;
    private final Set<Purpose> registered;

    AuditedDelivery(DisclosureAudit audit, Set<Purpose> registered) {
        if (registered.contains(Purpose.NONE)) {
            throw Messages.purposeNone();
        }
        var all = new HashSet<>(registered);
        all.add(Purpose.DATA_SUBJECT);
        this.audit = audit;
        this.registered = Set.copyOf(all);
    }

    void checkPurpose(Purpose purpose) {
        if (!registered.contains(purpose)) {
            throw Messages.unknownPurpose(purpose, registered);
        }
    }

    /**
     * Runs a delivery between its intent and its outcome.
     *
     * @param delivery opens and delivers
     * @param opened how many values were opened so far
     */
    <R extends @Nullable Object> R run(Disclosure disclosure, Supplier<? extends R> delivery, IntSupplier opened) {
        checkPurpose(disclosure.purpose());
        long intent = intent(disclosure);
        R result;
        try {
            result = delivery.get();
        } catch (Throwable e) { // also a checked exception that a callback throws unseen
            failed(intent, opened.getAsInt(), e);
            throw e;
        }
        delivered(intent, opened.getAsInt());
        return result;
    }

    static Disclosure disclosure(
            AccessContext context, DisclosureRequest request, String entity, List<String> ids, Set<String> names) {
        return new Disclosure(
                DisclosureKind.LAST_MILE,
                context.principal(),
                request.purpose(),
                context.tenant(),
                request.recipient(),
                entity,
                ids,
                names);
    }

    private long intent(Disclosure disclosure) {
        try {
            return audit.intent(disclosure);
        } catch (RuntimeException e) {
            throw Messages.noAudit(e);
        }
    }

    private void delivered(long intent, int values) {
        try {
            audit.outcome(intent, DisclosureOutcome.DELIVERED, values);
        } catch (RuntimeException e) {
            throw Messages.noOutcome(intent, e);
        }
    }

    private void failed(long intent, int values, Throwable failure) {
        try {
            audit.outcome(intent, DisclosureOutcome.FAILED, values);
        } catch (RuntimeException e) {
            failure.addSuppressed(Messages.noOutcome(intent, e));
        }
    }
}

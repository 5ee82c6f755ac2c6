package io.fieldveil.lastmile;

import io.fieldveil.access.AccessContextProvider;
import io.fieldveil.access.Purpose;
import io.fieldveil.audit.DisclosureAudit;
import io.fieldveil.crypto.FieldCipher;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one door through which the plaintext of searchable attributes leaves. Thread-safe.
 *
 * <p><b>Guarantees.</b> Before anything is opened, the purpose is checked and the intent is committed to the audit
 * trail; afterwards the outcome is. What was opened is given to a callback, is never written into a row, and is
 * forgotten when the callback ends, however it ends. As many values are decrypted as are delivered. <b>Does not
 * protect</b> what the callback keeps or sends: that is the recipient's to protect.
 *
 * <p>Every method throws a {@link io.fieldveil.FieldveilException}: FV-520 if the purpose is not registered, FV-521 if
 * the intent could not be recorded (in both cases nothing was opened), FV-524 if the request is not valid, FV-526 if a
 * row has no such attribute, FV-528 if values were handed out and the outcome could not be recorded. What the callback
 * throws goes on unchanged, after the failure was recorded.
 */
public interface LastMile {

    /**
     * Opens rows, a chunk at a time; each chunk has its own intent and outcome. A chunk holds rows of one entity. A
     * callback that throws ends it: later chunks are not opened.
     *
     * @param rows read once, while chunks are delivered
     * @param callback takes the rows of a chunk, in order
     */
    <E> void many(DisclosureRequest request, Iterable<? extends E> rows, Consumer<? super List<OpenedRow<E>>> callback);

    /** Opens one row and returns what the callback made of it. */
    <E, R extends @Nullable Object> R one(
            DisclosureRequest request, E row, Function<? super OpenedRow<E>, ? extends R> callback);

    /**
     * Opens one token of a domain, in the tenant of the access context, and returns what the callback made of it. The
     * trail records the token as the id, under the entity name {@code token}.
     *
     * @throws io.fieldveil.FieldveilException also FV-401 if it is no token, FV-402 if it does not open in that domain
     */
    <R extends @Nullable Object> R token(
            DisclosureRequest request, String domain, String token, Function<? super String, ? extends R> callback);

    /**
     * A last mile.
     *
     * @param reader reads the application's rows
     * @param searchable opens tokens
     * @param audit records every disclosure
     * @param contexts finds who asks
     * @param registered the purposes that may open values; {@link Purpose#DATA_SUBJECT} always may
     * @throws io.fieldveil.FieldveilException FV-524 if {@link Purpose#NONE} is among them
     */
    static LastMile of(
            RowReader reader,
            FieldCipher searchable,
            DisclosureAudit audit,
            AccessContextProvider contexts,
            Set<Purpose> registered) {
        return new AuditedLastMile(reader, searchable, new AuditedDelivery(audit, registered), contexts);
    }
}

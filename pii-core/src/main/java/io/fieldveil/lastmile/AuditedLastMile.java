package io.fieldveil.lastmile;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessContextProvider;
import io.fieldveil.crypto.FieldCipher;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.crypto.ValueCodec;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads rows, cuts them into chunks, and delivers each. */
final class AuditedLastMile implements LastMile {

    private static final ValueCodec<String> TEXT = ValueCodec.forType(String.class);

    private final RowReader reader;
    private final FieldCipher searchable;
    private final AuditedDelivery delivery;
    private final AccessContextProvider contexts;

    AuditedLastMile(
            RowReader reader, FieldCipher searchable, AuditedDelivery delivery, AccessContextProvider contexts) {
        this.reader = reader;
        this.searchable = searchable;
        this.delivery = delivery;
        this.contexts = contexts;
    }

    @Override
    public <E> void many(
            DisclosureRequest request, Iterable<? extends E> rows, Consumer<? super List<OpenedRow<E>>> callback) {
        checkRows(request);
        var context = contexts.current();
        var chunk = new Chunk<E>(request.chunkSize());
        for (E row : rows) {
            var sealed = read(request, row);
            if (!chunk.accepts(sealed)) {
                deliver(context, request, chunk, callback);
                chunk = new Chunk<>(request.chunkSize());
            }
            chunk.add(row, sealed);
        }
        if (!chunk.isEmpty()) {
            deliver(context, request, chunk, callback);
        }
    }

    private <E> void deliver(
            AccessContext context,
            DisclosureRequest request,
            Chunk<E> chunk,
            Consumer<? super List<OpenedRow<E>>> callback) {
        deliver(context, request, chunk, rows -> {
            callback.accept(rows);
            return true;
        });
    }

    @Override
    public <E, R extends @Nullable Object> R one(
            DisclosureRequest request, E row, Function<? super OpenedRow<E>, ? extends R> callback) {
        checkRows(request);
        var chunk = new Chunk<E>(1);
        chunk.add(row, read(request, row));
        return this.<E, R>deliver(contexts.current(), request, chunk, rows -> callback.apply(rows.get(0)));
    }

    private <E, R extends @Nullable Object> R deliver(
            AccessContext context,
            DisclosureRequest request,
            Chunk<E> chunk,
            Function<List<OpenedRow<E>>, ? extends R> callback) {
        var disclosure =
                AuditedDelivery.disclosure(context, request, chunk.entity(), chunk.ids(), request.attributes());
        return delivery.<R>run(disclosure, () -> callback.apply(chunk.open(request.attributes())), chunk::close);
    }

    @Override
    public <R extends @Nullable Object> R token(
            DisclosureRequest request, String domain, String token, Function<? super String, ? extends R> callback) {
        delivery.checkPurpose(request.purpose());
        var sealed = SealedValue.ofToken(token);
        var context = contexts.current();
        var names = request.attributes().isEmpty() ? Set.of(domain) : request.attributes();
        var opened = new AtomicInteger();
        var disclosure = AuditedDelivery.disclosure(context, request, "token", List.of(token), names);
        return delivery.<R>run(
                disclosure,
                () -> {
                    String text = TEXT.decode(searchable.open(context.tenant(), domain, sealed));
                    opened.set(1);
                    return callback.apply(text);
                },
                opened::get);
    }

    private void checkRows(DisclosureRequest request) {
        delivery.checkPurpose(request.purpose());
        if (request.attributes().isEmpty()) {
            throw Messages.noAttributes();
        }
    }

    private SealedRow read(DisclosureRequest request, Object row) {
        var sealed = reader.read(row, request.attributes());
        for (String attribute : request.attributes()) {
            if (!sealed.values().containsKey(attribute)) {
                throw Messages.unknownAttribute(sealed.entity(), attribute);
            }
        }
        return sealed;
    }
}

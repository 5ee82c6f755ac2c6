package io.fieldveil.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Binds an access context to the current thread until it is closed, then puts back the one that was there.
 *
 * <pre>{@code
 * try (var scope = AccessScope.open(AccessContext.of("ann", "VIEW_PII"))) {
 *     contacts.findById(1L);
 * }
 * }</pre>
 *
 * <p>Other threads inherit nothing. Scopes are closed by the thread that opened them, the last opened first; anything
 * else is an {@link IllegalStateException}, after which the thread has no context at all.
 */
public final class AccessScope implements AutoCloseable {

    private static final ThreadLocal<@Nullable AccessScope> CURRENT = new ThreadLocal<>();

    private final AccessContext context;
    private final @Nullable AccessScope previous;
    private final Thread owner = Thread.currentThread();
    private boolean closed;

    private AccessScope(AccessContext context, @Nullable AccessScope previous) {
        this.context = context;
        this.previous = previous;
    }

    /** Makes a context the current one of this thread. */
    public static AccessScope open(AccessContext context) {
        var scope = new AccessScope(context, CURRENT.get());
        CURRENT.set(scope);
        return scope;
    }

    /** The context that was opened last on this thread and not closed yet. */
    public static Optional<AccessContext> current() {
        var scope = CURRENT.get();
        return scope == null ? Optional.empty() : Optional.of(scope.context);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        if (owner != Thread.currentThread()) {
            throw new IllegalStateException(
                    "FV-501 An access scope was closed by another thread than the one that opened it, for which it stays open. Open"
                            + " and close it on one thread");
        }
        if (CURRENT.get() != this) {
            CURRENT.remove();
            throw new IllegalStateException(
                    "FV-502 An access scope was closed before one that was opened after it, or twice over; this thread has no"
                            + " context now. Use try-with-resources");
        }
        closed = true;
        if (previous == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(previous);
        }
    }
}

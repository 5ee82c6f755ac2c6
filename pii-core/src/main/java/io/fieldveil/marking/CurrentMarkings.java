package io.fieldveil.marking;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is marked now, held in memory: answering takes no input or output. A thread of its own reads the store again
 * several times within the configured time, on connections of its own.
 *
 * <p><b>Guarantees.</b> A change counts on every node within the configured time. What is older and could not be read
 * again, or was never read, counts as marked.
 */
public final class CurrentMarkings {

    /** Within which a change takes effect unless said otherwise. */
    public static final Duration DEFAULT_MAX_AGE = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(CurrentMarkings.class);
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int READS_WITHIN_MAX_AGE = 4;

    private final @Nullable MarkingStore store;
    private final long maxAgeNanos;
    private final LongSupplier clock;
    private final RefreshThread thread;
    private volatile @Nullable MarkingSnapshot snapshot;
    private boolean failing;

    CurrentMarkings(@Nullable MarkingStore store, Duration maxAge, LongSupplier clock) {
        if (maxAge.compareTo(SHORTEST) < 0 || maxAge.compareTo(LONGEST) > 0) {
            throw Messages.badMaxAge(SHORTEST, LONGEST);
        }
        this.store = store;
        this.maxAgeNanos = maxAge.toNanos();
        this.clock = clock;
        this.thread = new RefreshThread(this::refreshQuietly, maxAge.dividedBy(READS_WITHIN_MAX_AGE));
    }

    /**
     * The markings of a store. They are not read before {@link #start()}.
     *
     * @param maxAge within which a change takes effect, 100 ms to 1 minute
     * @throws io.fieldveil.FieldveilException FV-549 if the time is shorter or longer
     */
    public static CurrentMarkings of(MarkingStore store, Duration maxAge) {
        return new CurrentMarkings(store, maxAge, System::nanoTime);
    }

    /** What the annotations say, for ever. */
    public static CurrentMarkings initial() {
        return new CurrentMarkings(null, DEFAULT_MAX_AGE, System::nanoTime);
    }

    /** Whether it is marked; {@code initially} where nobody has decided. */
    public boolean isMarked(MarkingKey key, boolean initially) {
        if (store == null) {
            return initially;
        }
        var current = current();
        if (current == null) {
            return true;
        }
        Boolean decided = current.marked(key);
        return decided == null ? initially : decided;
    }

    /** Whether a value of the attribute may be marked whose name is not known. */
    public boolean isAnyMarked(MarkingKey attribute, boolean initially) {
        if (store == null || initially) {
            return initially;
        }
        var current = current();
        return current == null || current.anyMarked(attribute);
    }

    private @Nullable MarkingSnapshot current() {
        var present = snapshot;
        return present == null || clock.getAsLong() - present.readAt() > maxAgeNanos ? null : present;
    }

    /** Begins to read, and goes on until {@link #stop()} was called as often. Does not fail: see the guarantee. */
    public void start() {
        if (store != null) {
            refreshQuietly();
            thread.start();
        }
    }

    /** Ends what {@link #start()} began, and waits for a read that is under way. */
    public void stop() {
        if (store != null) {
            thread.stop();
        }
    }

    /** The state in the store; empty where nobody has decided. */
    public Optional<Marking> find(MarkingKey key) {
        return required().find(key);
    }

    /** Everything in the store. */
    public List<Marking> all() {
        return required().all();
    }

    /** Changes the store. Here the change counts when this returns. */
    public Marking change(Marking seen, boolean marked) {
        var changed = required().change(seen, marked);
        refreshQuietly();
        return changed;
    }

    private MarkingStore required() {
        if (store == null) {
            throw Messages.noStore();
        }
        return store;
    }

    private void refreshQuietly() {
        try {
            refresh();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** One after the other, so that no older state replaces a newer one. */
    private synchronized void refresh() {
        long now = clock.getAsLong();
        String stamp = required().stamp();
        var present = snapshot;
        snapshot = present != null && present.stamp().equals(stamp)
                ? present.seenAgain(now)
                : MarkingSnapshot.of(now, stamp, required().all());
        failing = false;
    }

    /** Said once, not four times within each interval. */
    private synchronized void failed(RuntimeException e) {
        if (!failing) {
            failing = true;
            LOG.warn("Markings could not be read; from now on every masked attribute counts as marked", e);
        }
    }
}

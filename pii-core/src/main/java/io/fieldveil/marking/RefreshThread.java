package io.fieldveil.marking;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A daemon thread that repeats something between the first start and the last stop. */
final class RefreshThread {

    private static final long STOP_SECONDS = 10;

    private final Runnable work;
    private final Duration pause;
    private int started;
    private @Nullable ScheduledExecutorService executor;

    RefreshThread(Runnable work, Duration pause) {
        this.work = work;
        this.pause = pause;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the work does not fail
    synchronized void start() {
        started++;
        if (executor == null) {
            executor = Executors.newSingleThreadScheduledExecutor(RefreshThread::daemon);
            executor.scheduleWithFixedDelay(work, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    synchronized void stop() {
        started = Math.max(0, started - 1);
        if (started == 0 && executor != null) {
            end(executor);
            executor = null;
        }
    }

    /** Without interrupting: an embedded database may take that for the end of its files. */
    private static void end(ScheduledExecutorService running) {
        running.shutdown();
        try {
            running.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "fieldveil-markings");
        thread.setDaemon(true);
        return thread;
    }
}

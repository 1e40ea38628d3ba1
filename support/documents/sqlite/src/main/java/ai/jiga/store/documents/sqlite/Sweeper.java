package ai.jiga.store.documents.sqlite;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/// Deletes what has expired, now and then.
final class Sweeper implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Sweeper.class.getName());

    private final IntSupplier sweep;
    private final ScheduledExecutorService timer;
    private volatile boolean closed;

    /// @param every zero for never
    Sweeper(Duration every, IntSupplier sweep) {
        this.sweep = sweep;
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("documents-sqlite-sweep").factory());
        if (every.isPositive()) {
            timer.scheduleWithFixedDelay(this::run, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void run() {
        try {
            int swept = sweep.getAsInt();
            if (swept > 0) {
                LOG.log(Level.DEBUG, "{0} documents had expired", swept);
            }
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.log(Level.WARNING, "Expired documents could not be deleted; the next sweep tries again", e);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        timer.shutdownNow();
    }
}

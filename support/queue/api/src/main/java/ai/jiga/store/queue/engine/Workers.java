package ai.jiga.store.queue.engine;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The virtual threads of an engine, one for each piece of work.
public final class Workers {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(1);

    private final ExecutorService threads;

    /// @param name begins the threads' names, such as `queue`
    public Workers(String name) {
        threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-", 0).factory());
    }

    /// @return false when closed: the work is not done
    public boolean execute(Runnable work) {
        try {
            threads.execute(work);
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    /// Takes nothing new, and waits for what runs; what takes longer is interrupted.
    public void close(Duration limit) {
        threads.shutdown();
        if (!ended(limit)) {
            LOG.warn("handlers still run {} after closing began: they are interrupted", limit);
            threads.shutdownNow();
            ended(AFTER_INTERRUPT);
        }
    }

    private boolean ended(Duration limit) {
        try {
            return threads.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

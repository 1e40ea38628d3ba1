package ai.jiga.store.lines;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after lines that have no thread of their own: one thread for all of them.
///
/// Thread-safe.
public final class LineKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LineKeeper.class);

    private final Set<Kept> lines = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread;
    private final InstantSource clock;

    /// A line that somebody looks after.
    public interface Kept {
        /// Sends a sign of life if it is time for one, and ends the line if it is time for that. Never blocks for long.
        void look(Instant now);

        /// The process stops.
        void stop();
    }

    /// @param name of the thread
    /// @param every how often it looks at each
    public LineKeeper(String name, Duration every, InstantSource clock) {
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        thread.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void add(Kept line) {
        lines.add(line);
    }

    public void remove(Kept line) {
        lines.remove(line);
    }

    /// How many there are.
    public int count() {
        return lines.size();
    }

    private void look() {
        Instant now = clock.instant();
        for (Kept line : lines) {
            try {
                line.look(now);
            } catch (RuntimeException e) {
                LOG.warn("an open line could not be looked after; it is tried again: {}", e.toString());
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        lines.forEach(Kept::stop);
    }
}

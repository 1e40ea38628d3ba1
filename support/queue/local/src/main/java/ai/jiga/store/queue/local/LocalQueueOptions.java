package ai.jiga.store.queue.local;

import ai.jiga.store.queue.engine.Pacing;
import java.time.Duration;

/// How a [LocalQueue] paces itself.
///
/// @param lanes how many keys are delivered at once
/// @param pacing of a handler's attempts at an event
/// @param sweep how often the outbox is searched for events nobody told of, and how old those are at least
/// @param shutdown how long closing waits for what runs
/// @param timers whether sweeps run by themselves: false in tests, where only [LocalQueue#awaitIdle] makes them
public record LocalQueueOptions(int lanes, Pacing pacing, Duration sweep, Duration shutdown, boolean timers) {
    private static final Duration FASTEST_SWEEP = Duration.ofSeconds(1);

    public LocalQueueOptions {
        if (lanes < 1) {
            throw new IllegalArgumentException("a queue has a lane");
        }
        if (sweep.compareTo(FASTEST_SWEEP) < 0) {
            throw new IllegalArgumentException("a queue sweeps once a second at most");
        }
    }

    /// Sweeps every 5 s.
    public static LocalQueueOptions defaults() {
        return new LocalQueueOptions(64, Pacing.defaults(), Duration.ofSeconds(5), Duration.ofSeconds(5), true);
    }

    /// The defaults for tests: attempts follow each other within milliseconds, and nothing runs by the clock.
    public static LocalQueueOptions forTests() {
        return new LocalQueueOptions(64, Pacing.forTests(), Duration.ofSeconds(5), Duration.ofSeconds(5), false);
    }

    public LocalQueueOptions withLanes(int lanes) {
        return new LocalQueueOptions(lanes, pacing, sweep, shutdown, timers);
    }

    public LocalQueueOptions withSweep(Duration sweep) {
        return new LocalQueueOptions(lanes, pacing, sweep, shutdown, timers);
    }

    public LocalQueueOptions withShutdown(Duration shutdown) {
        return new LocalQueueOptions(lanes, pacing, sweep, shutdown, timers);
    }

    public LocalQueueOptions withTimers(boolean timers) {
        return new LocalQueueOptions(lanes, pacing, sweep, shutdown, timers);
    }
}

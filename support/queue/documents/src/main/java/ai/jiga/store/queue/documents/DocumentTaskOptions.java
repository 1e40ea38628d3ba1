package ai.jiga.store.queue.documents;

import ai.jiga.store.queue.engine.BackOff;
import java.time.Duration;

/// How [DocumentTasks] pace themselves.
///
/// @param lanes how many tasks run at once
/// @param retry from a task's failure until it is due again
/// @param fault between attempts to record a task's end while the store itself fails
/// @param poll how often the store is searched for due tasks; those of this process are run on time anyway
/// @param shutdown how long closing waits for what runs
/// @param timers whether tasks run by themselves: false in tests that do it with [DocumentTasks#runDueTasks] under a
///     clock of their own
public record DocumentTaskOptions(
        int lanes, BackOff retry, BackOff fault, Duration poll, Duration shutdown, boolean timers) {
    private static final Duration FASTEST_POLL = Duration.ofSeconds(1);
    private static final BackOff RETRY = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(5));

    public DocumentTaskOptions {
        if (lanes < 1) {
            throw new IllegalArgumentException("a queue has a lane");
        }
        if (poll.compareTo(FASTEST_POLL) < 0) {
            throw new IllegalArgumentException("a queue polls once a second at most");
        }
    }

    /// Polls every 5 s.
    public static DocumentTaskOptions defaults() {
        var fault = new BackOff(Duration.ofMillis(50), Duration.ofSeconds(5));
        return new DocumentTaskOptions(16, RETRY, fault, Duration.ofSeconds(5), Duration.ofSeconds(5), true);
    }

    /// The defaults for tests: nothing runs by the clock.
    public static DocumentTaskOptions forTests() {
        var fault = new BackOff(Duration.ofMillis(1), Duration.ofMillis(10));
        return new DocumentTaskOptions(16, RETRY, fault, Duration.ofSeconds(5), Duration.ofSeconds(5), false);
    }
}

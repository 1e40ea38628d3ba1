package ai.jiga.store.queue.local;

import java.time.Duration;

/// How a [LocalQueue] paces itself.
///
/// @param lanes how many keys are delivered at once
/// @param attempts after so many failures in a row a handler's event is parked
/// @param retry between a handler's attempts at an event
/// @param fault between attempts while the store itself fails; these are not counted
/// @param sweep how often the outbox is searched for events nobody told of, and how old those are at least
/// @param taskLanes how many tasks run at once
/// @param taskRetry from a task's failure until it is due again
/// @param taskPoll how often the store is searched for due tasks; those of this process are run on time anyway
/// @param shutdown how long closing waits for what runs
/// @param timers whether sweeps and tasks run by themselves: false in tests that do it with
///     [LocalQueue#runDueTasks] under a clock of their own
public record LocalQueueOptions(
        int lanes,
        int attempts,
        BackOff retry,
        BackOff fault,
        Duration sweep,
        int taskLanes,
        BackOff taskRetry,
        Duration taskPoll,
        Duration shutdown,
        boolean timers) {
    private static final Duration FASTEST_POLL = Duration.ofSeconds(1);

    public LocalQueueOptions {
        if (lanes < 1 || taskLanes < 1 || attempts < 1) {
            throw new IllegalArgumentException("a queue has a lane and makes an attempt");
        }
        if (sweep.compareTo(FASTEST_POLL) < 0 || taskPoll.compareTo(FASTEST_POLL) < 0) {
            throw new IllegalArgumentException("a queue polls once a second at most");
        }
    }

    /// Five attempts within about four seconds, sweeps and polls every 5 s.
    public static LocalQueueOptions defaults() {
        return new LocalQueueOptions(
                64,
                5,
                new BackOff(Duration.ofMillis(50), Duration.ofSeconds(5)),
                new BackOff(Duration.ofMillis(50), Duration.ofSeconds(5)),
                Duration.ofSeconds(5),
                16,
                new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(5)),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                true);
    }

    /// The defaults for tests: attempts follow each other within milliseconds, and nothing runs by the clock.
    public static LocalQueueOptions forTests() {
        var soon = new BackOff(Duration.ofMillis(1), Duration.ofMillis(10));
        return new LocalQueueOptions(
                64,
                5,
                soon,
                soon,
                Duration.ofSeconds(5),
                16,
                new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(5)),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                false);
    }

    public LocalQueueOptions withLanes(int lanes) {
        return new LocalQueueOptions(
                lanes, attempts, retry, fault, sweep, taskLanes, taskRetry, taskPoll, shutdown, timers);
    }

    public LocalQueueOptions withSweep(Duration sweep) {
        return new LocalQueueOptions(
                lanes, attempts, retry, fault, sweep, taskLanes, taskRetry, taskPoll, shutdown, timers);
    }

    public LocalQueueOptions withShutdown(Duration shutdown) {
        return new LocalQueueOptions(
                lanes, attempts, retry, fault, sweep, taskLanes, taskRetry, taskPoll, shutdown, timers);
    }

    public LocalQueueOptions withTimers(boolean timers) {
        return new LocalQueueOptions(
                lanes, attempts, retry, fault, sweep, taskLanes, taskRetry, taskPoll, shutdown, timers);
    }
}

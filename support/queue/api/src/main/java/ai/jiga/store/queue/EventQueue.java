package ai.jiga.store.queue;

import java.time.Duration;

/// What an engine of events and tasks offers to the app that wires it. Services see [Outbox], [Tasks] and
/// [DeadLetters] only.
///
/// A queue is made first, because outboxes need its [#wake]; handlers are registered next, and then it is started.
/// Thread-safe.
public interface EventQueue extends Tasks, DeadLetters, AutoCloseable {
    /// @throws IllegalStateException once started
    /// @throws IllegalArgumentException when the name is taken, or is not of the form `service.what-it-does`
    void register(EventHandler handler);

    /// @throws IllegalStateException once started
    /// @throws IllegalArgumentException when the kind is taken
    void register(TaskHandler handler);

    /// Takes up what an earlier run left behind, then delivers what is written.
    ///
    /// @throws IllegalStateException when it was started or closed before
    void start();

    /// Told by an outbox that a committed event of this key waits. Cheap, never throws, may be called at any time:
    /// an event that nobody tells of is found by the next sweep.
    void wake(String key);

    /// Waits until no event is under way and none can be delivered. Parked events and tasks do not count.
    ///
    /// @return false when the limit passed first, or the queue does not run
    boolean awaitIdle(Duration limit);

    /// Runs the tasks that are due by the queue's clock, in the order they are due, and waits until they ended.
    ///
    /// @return how many were due
    int runDueTasks();

    /// How many events lie in the outbox, 100,000 at most.
    long pendingEvents();

    /// How many events are parked, 100,000 at most.
    long parkedEvents();

    /// How many tasks have been due for more than a minute, 100,000 at most: more than a few say that tasks stand
    /// still.
    long overdueTasks();

    /// Takes nothing new, lets what runs finish within a limit and stops. What did not finish is taken up at the next
    /// start.
    @Override
    void close();
}

package ai.jiga.store.queue;

import java.time.Duration;
import java.util.Optional;

/// What an engine of events offers to the app that wires it, beside an engine of tasks ([TaskQueue]). Services see
/// [Outbox] and [DeadLetters] only.
///
/// A queue is made first, because outboxes need its [#wake]; handlers are registered next, and then it is
/// started. Thread-safe.
public interface EventQueue extends DeadLetters, AutoCloseable {
    /// @throws IllegalStateException once started
    /// @throws IllegalArgumentException when the name is taken, or is not of the form `service.what-it-does`
    void register(EventHandler handler);

    /// Takes up what an earlier run left behind, then delivers what is written.
    ///
    /// @throws IllegalStateException when it was started or closed before
    /// @throws QueueUnusableException when what it needs of its vendor is not there
    void start();

    /// Told by an outbox that a committed event of this key waits. Cheap, never throws, may be called at any time:
    /// an event that nobody tells of is found by the next sweep.
    void wake(String key);

    /// Waits until the outbox is empty and no event is under way that this process knows of. Parked events do not
    /// count. An engine with a vendor between outbox and handlers says what it cannot know.
    ///
    /// @return false when the limit passed first, or the queue does not run
    boolean awaitIdle(Duration limit);

    /// How many events lie in the outbox, 100,000 at most.
    long pendingEvents();

    /// How many events are parked, 100,000 at most.
    long parkedEvents();

    /// What keeps events from flowing, in words for whoever runs the store and without secrets; empty when nothing
    /// does. Answers from what was seen, at once.
    Optional<String> trouble();

    /// Takes nothing new, lets what runs finish within a limit and stops. What did not finish is taken up at
    /// the next start.
    @Override
    void close();
}

package ai.jiga.store.queue;

import java.util.Optional;

/// What an engine of tasks offers to the app that wires it. Services see [Tasks] only. Tasks lie in the documents of
/// one store, whose schema holds [Outbox#SCHEMA], on every engine.
///
/// Handlers are registered before it is started; tasks may be scheduled at any time. Thread-safe.
public interface TaskQueue extends Tasks, AutoCloseable {
    /// @throws IllegalStateException once started
    /// @throws IllegalArgumentException when the kind is taken
    void register(TaskHandler handler);

    /// Takes up what an earlier run left behind, then runs what is due.
    ///
    /// @throws IllegalStateException when it was started or closed before
    /// @throws QueueUnusableException when what it needs of its vendor is not there
    void start();

    /// How many tasks have been due for more than a minute, 100,000 at most: more than a few say that tasks
    /// stand still.
    long overdueTasks();

    /// What keeps tasks from running, in words for whoever runs the store and without secrets; empty when nothing
    /// does. Answers from what was seen, at once.
    Optional<String> trouble();

    /// Takes nothing new, lets what runs finish within a limit and stops. What did not finish runs again.
    @Override
    void close();
}

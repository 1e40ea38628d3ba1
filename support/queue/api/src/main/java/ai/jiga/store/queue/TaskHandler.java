package ai.jiga.store.queue;

/// Runs the tasks of one kind, at least once each; a failure is tried again with back-off, for ever.
public interface TaskHandler {
    String kind();

    /// Must be safe to run again: check what is already done. May use the store, may call others.
    void run(Task task);
}

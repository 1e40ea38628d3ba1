package ai.jiga.store.queue.engine;

/// Where an engine's life has come to.
public enum Phase {
    NEW,
    RUNNING,
    CLOSED;

    /// @throws IllegalStateException once started
    public void mustBeNew() {
        if (this != NEW) {
            throw new IllegalStateException("the queue is " + this + ": too late to register or start");
        }
    }
}

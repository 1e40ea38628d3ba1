package ai.jiga.store.queue;

/// What an engine of events or tasks needs of its vendor is not there, cannot be reached, or is not as it
/// must be. The message was written for whoever runs the store: what is wrong, and what to do.
public final class QueueUnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public QueueUnusableException(String message) {
        super(message);
    }

    public QueueUnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}

package ai.jiga.store.models;

/// An engine could not answer. The message is fit to be shown to the player.
public class ModelException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    public ModelException(String message, boolean retryable) {
        super(message);
        this.retryable = retryable;
    }

    public ModelException(String message, boolean retryable, Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    /// Whether the same stimulus may succeed later (a time-out, a provider that is overloaded).
    public boolean retryable() {
        return retryable;
    }
}

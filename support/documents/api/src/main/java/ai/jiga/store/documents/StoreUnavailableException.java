package ai.jiga.store.documents;

/// The engine cannot be reached, refuses this process, or did not answer in time. Whether a transaction took effect is
/// unknown; bodies are written so that running them again is safe, so the caller may try again later.
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message) {
        super(message);
    }

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}

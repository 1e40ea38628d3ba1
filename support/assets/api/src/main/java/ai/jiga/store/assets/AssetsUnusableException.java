package ai.jiga.store.assets;

/// What an engine of pictures needs is not there. The message was written for whoever runs the store: what is
/// wrong, and what to do.
public final class AssetsUnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AssetsUnusableException(String message) {
        super(message);
    }
}

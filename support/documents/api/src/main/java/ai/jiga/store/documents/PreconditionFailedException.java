package ai.jiga.store.documents;

/// A document was written since it was read.
public final class PreconditionFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PreconditionFailedException(String message) {
        super(message);
    }
}

package ai.jiga.store.documents;

/// A document was to be created and exists.
public final class AlreadyExistsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AlreadyExistsException(String message) {
        super(message);
    }
}

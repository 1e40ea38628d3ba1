package ai.jiga.store.documents;

/// An encrypted field was changed or moved since it was written, or its key is not in the key file.
public final class UnreadableFieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableFieldException(String message, Throwable cause) {
        super(message, cause);
    }
}

package ai.jiga.store.documents;

/// The engine itself failed: a full disk, a damaged file, a lost connection. Nothing of the transaction is visible
/// unless the message says that its outcome is unknown; bodies are written so that running them again is safe.
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}

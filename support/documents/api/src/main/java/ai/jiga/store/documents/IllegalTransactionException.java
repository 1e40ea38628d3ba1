package ai.jiga.store.documents;

/// A defect of the caller: a nested transaction, a read after a write, more than 500 writes, or a document
/// over 1 MiB.
public final class IllegalTransactionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IllegalTransactionException(String message) {
        super(message);
    }
}

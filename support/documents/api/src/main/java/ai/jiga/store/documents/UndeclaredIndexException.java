package ai.jiga.store.documents;

/// No declared index answers the query; the message says which declaration would.
public final class UndeclaredIndexException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UndeclaredIndexException(String message) {
        super(message);
    }
}

package ai.jiga.store.documents;

/// The transaction lost its race too often. Nothing was written; the caller may try again later.
public final class ContentionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ContentionException(String message) {
        super(message);
    }
}

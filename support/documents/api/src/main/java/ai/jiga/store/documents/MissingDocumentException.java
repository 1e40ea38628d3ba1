package ai.jiga.store.documents;

/// A document was to be changed and does not exist.
public final class MissingDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MissingDocumentException(String message) {
        super(message);
    }
}

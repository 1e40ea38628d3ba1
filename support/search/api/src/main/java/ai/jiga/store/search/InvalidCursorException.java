package ai.jiga.store.search;

/// A cursor that no search with this sort has given out.
public final class InvalidCursorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidCursorException() {
        super("Not a cursor of this search");
    }
}

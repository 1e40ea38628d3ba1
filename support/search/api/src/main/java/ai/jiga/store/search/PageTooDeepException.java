package ai.jiga.store.search;

/// A numbered page that ends beyond [SearchRequest#MAX_DEPTH]; a cursor gets there.
public final class PageTooDeepException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PageTooDeepException(int page, int limit) {
        super("Page " + page + " of " + limit + " hits ends beyond hit " + SearchRequest.MAX_DEPTH
                + "; narrow the search or follow nextCursor");
    }
}

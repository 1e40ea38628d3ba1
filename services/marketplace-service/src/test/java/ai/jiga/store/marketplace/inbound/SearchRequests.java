package ai.jiga.store.marketplace.inbound;

import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.web.Cursors;
import org.jspecify.annotations.Nullable;

/// Reads search parameters as the resource does.
public final class SearchRequests {
    private static final Cursors CURSORS = new Cursors(new byte[16]);

    private SearchRequests() {}

    public static SearchRequest of(SearchParameters parameters) {
        return parameters.request(CURSORS);
    }

    public static @Nullable String seal(@Nullable String cursor, SearchParameters parameters) {
        return CURSORS.seal(cursor, parameters.question());
    }
}

package ai.jiga.store.marketplace;

import ai.jiga.store.search.SearchDocument;
import ai.jiga.store.search.SearchIndex;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.SearchResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// An index that some searches do not reach.
public final class UnreliableIndex implements SearchIndex {
    private final SearchIndex index;
    private final Predicate<SearchRequest> unreached;
    private volatile boolean away;

    public UnreliableIndex(SearchIndex index, Predicate<SearchRequest> unreached) {
        this.index = index;
        this.unreached = unreached;
    }

    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    @Override
    public void upsert(List<SearchDocument> documents) {
        index.upsert(documents);
    }

    @Override
    public void delete(String id, long version) {
        index.delete(id, version);
    }

    @Override
    public void commit(String position) {
        index.commit(position);
    }

    @Override
    public Optional<String> position() {
        return index.position();
    }

    @Override
    public void refresh() {
        index.refresh();
    }

    @Override
    public SearchResult search(SearchRequest request) {
        reached(request);
        return index.search(request);
    }

    @Override
    public List<String> suggest(String prefix, int limit) {
        reached(null);
        return index.suggest(prefix, limit);
    }

    private void reached(@Nullable SearchRequest request) {
        if (away || request != null && unreached.test(request)) {
            throw new UncheckedIOException(new IOException("no route to the search engine"));
        }
    }

    @Override
    public long count() {
        return index.count();
    }

    @Override
    public void close() {
        index.close();
    }
}

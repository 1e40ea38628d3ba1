package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.user.model.KeyOrigins;
import ai.jiga.store.user.model.UserCollections;
import ai.jiga.store.web.StudioOrigins;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Every process watches the origins of publishable keys, and asks its memory. A change is known when the engine tells
/// of it, well within a second. Of more keys than it has room for, those that were changed last are known.
///
/// Thread-safe.
public final class WatchOrigins implements StudioOrigins, AutoCloseable {
    private static final int MOST = 10_000;

    private final DocumentStore.Watch watch;
    private volatile Set<String> known = Set.of();

    public WatchOrigins(DocumentStore store) {
        this.watch =
                store.watch(UserCollections.KEY_ORIGINS.query().descending("at").limit(MOST), this::told);
    }

    private void told(List<Document<KeyOrigins>> found) {
        known = found.stream()
                .flatMap(document -> document.value().origins().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean include(String origin) {
        return known.contains(origin);
    }

    @Override
    public void close() {
        watch.close();
    }
}

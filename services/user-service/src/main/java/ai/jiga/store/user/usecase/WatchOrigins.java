package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.user.model.KeyOrigins;
import ai.jiga.store.user.model.UserCollections;
import ai.jiga.store.web.StudioOrigins;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Every process watches the origins of publishable keys, and asks its memory. A change is known when the engine tells
/// of it, well within a second. Of more keys than it has room for, those that were changed last are known.
///
/// Thread-safe.
public final class WatchOrigins implements StudioOrigins, AutoCloseable {
    private static final int MOST = 10_000;

    private final DocumentStore.Watch watch;
    private final InstantSource clock;
    /// Until when.
    private volatile Map<String, Instant> known = Map.of();

    public WatchOrigins(DocumentStore store, InstantSource clock) {
        this.clock = clock;
        this.watch =
                store.watch(UserCollections.KEY_ORIGINS.query().descending("at").limit(MOST), this::told);
    }

    private void told(List<Document<KeyOrigins>> found) {
        var told = new HashMap<String, Instant>();
        for (Document<KeyOrigins> document : found) {
            Instant until = Objects.requireNonNullElse(document.value().expiresAt(), Instant.MAX);
            document.value().origins().forEach(origin -> told.merge(origin, until, (a, b) -> a.isAfter(b) ? a : b));
        }
        known = told;
    }

    @Override
    public boolean include(String origin) {
        Instant until = known.get(origin);
        return until != null && clock.instant().isBefore(until);
    }

    @Override
    public void close() {
        watch.close();
    }
}

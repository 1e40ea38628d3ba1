package ai.jiga.store.analytics.model;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Schema;

/// Events, under the id of the first that came with them: UUIDv7s, and so by their time: nothing else is
/// asked of them here yet.
public final class AnalyticsCollections {
    public static final Collection<EventBatch> BATCHES =
            Collection.of("analytics_events", EventBatch.class).expires("expiresAt");
    public static final Schema SCHEMA = Schema.of(BATCHES);

    private AnalyticsCollections() {}

    public static Ref<EventBatch> batch(String firstEvent) {
        return BATCHES.id(firstEvent);
    }
}

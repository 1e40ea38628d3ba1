package ai.jiga.store.analytics.model;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.queue.Event;

/// Events by their id, kept as they were sent. Nothing is asked of them here yet, so they have no index: each would be
/// paid for by every event of the store.
public final class AnalyticsCollections {
    public static final Collection<Event> EVENTS = Collection.of("analytics_events", Event.class);
    public static final Schema SCHEMA = Schema.of(EVENTS);

    private AnalyticsCollections() {}

    public static Ref<Event> event(String id) {
        return EVENTS.id(id);
    }
}

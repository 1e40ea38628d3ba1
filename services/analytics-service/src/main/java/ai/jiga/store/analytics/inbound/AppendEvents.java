package ai.jiga.store.analytics.inbound;

import ai.jiga.store.analytics.model.AnalyticsCollections;
import ai.jiga.store.analytics.model.EventBatch;
import ai.jiga.store.contracts.events.EventTypes;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.RecordingHandler;
import java.util.List;
import java.util.Set;

/// Keeps every event for a time, as many to a document as come together: one that is sent again is written over itself.
public final class AppendEvents implements RecordingHandler {
    @Override
    public String name() {
        return "analytics.append-events";
    }

    @Override
    public Set<String> types() {
        return EventTypes.all().keySet();
    }

    @Override
    public boolean isRepeatable(Event event) {
        return true;
    }

    @Override
    public void handle(List<Event> events, Transaction tx) {
        EventBatch batch = EventBatch.of(events);
        tx.set(AnalyticsCollections.batch(batch.events().getFirst().id()), batch);
    }
}

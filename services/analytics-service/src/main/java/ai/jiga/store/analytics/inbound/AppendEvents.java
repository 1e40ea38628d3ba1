package ai.jiga.store.analytics.inbound;

import ai.jiga.store.analytics.model.AnalyticsCollections;
import ai.jiga.store.contracts.events.EventTypes;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.TransactionalHandler;
import java.util.Set;

/// Keeps every event, under its own id: one that is sent again is written over itself.
public final class AppendEvents implements TransactionalHandler {
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
    public void handle(Event event, Transaction tx) {
        tx.set(AnalyticsCollections.event(event.id()), event);
    }
}

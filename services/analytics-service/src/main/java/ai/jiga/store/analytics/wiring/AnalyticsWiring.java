package ai.jiga.store.analytics.wiring;

import ai.jiga.store.analytics.inbound.AppendEvents;
import ai.jiga.store.analytics.model.AnalyticsCollections;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.queue.TransactionalHandler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Builds analytics.
@Singleton
public class AnalyticsWiring {

    @Produces
    @Singleton
    static Schema analyticsSchema() {
        return AnalyticsCollections.SCHEMA;
    }

    @Produces
    @Singleton
    static TransactionalHandler appendEvents() {
        return new AppendEvents();
    }
}

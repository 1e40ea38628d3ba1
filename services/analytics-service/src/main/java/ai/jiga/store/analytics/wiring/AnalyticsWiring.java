package ai.jiga.store.analytics.wiring;

import ai.jiga.store.analytics.inbound.AppendEvents;
import ai.jiga.store.analytics.model.AnalyticsCollections;
import ai.jiga.store.analytics.usecase.ForgetEvents;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.queue.TransactionalHandler;
import ai.jiga.store.wiring.Foundation;
import ai.jiga.store.wiring.Round;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Builds analytics.
@Singleton
public class AnalyticsWiring {
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

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

    @Produces
    @Singleton
    static Round forgetEvents(Foundation foundation) {
        var events = new ForgetEvents(foundation.store(), foundation.clock(), ForgetEvents.MOST_KEPT);
        return new Round("forgetting old events", BETWEEN_LOOKS, events::forget);
    }
}

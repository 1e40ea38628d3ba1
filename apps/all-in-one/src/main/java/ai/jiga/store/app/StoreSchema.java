package ai.jiga.store.app;

import ai.jiga.store.agent.model.AgentCollections;
import ai.jiga.store.analytics.model.AnalyticsCollections;
import ai.jiga.store.audit.AuditLog;
import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.notification.model.NotificationCollections;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.user.model.UserCollections;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Every collection of a store that runs all services.
public final class StoreSchema {
    public static final Schema ALL = Schema.join(List.of(
            UserCollections.SCHEMA,
            AgentCollections.SCHEMA,
            MarketplaceCollections.SCHEMA,
            LedgerCollections.SCHEMA,
            SessionCollections.SCHEMA,
            AnalyticsCollections.SCHEMA,
            NotificationCollections.SCHEMA,
            AuditLog.SCHEMA,
            Outbox.SCHEMA,
            Idempotency.SCHEMA));

    private StoreSchema() {}

    /// The same collections with their documents as JSON trees, for what copies them without knowing them.
    public static Schema asTrees() {
        return new Schema(ALL.collections().stream()
                .<Collection<?>>map(collection -> collection.as(ObjectNode.class))
                .toList());
    }
}

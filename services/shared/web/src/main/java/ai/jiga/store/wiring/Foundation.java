package ai.jiga.store.wiring;

import ai.jiga.store.audit.AuditLog;
import ai.jiga.store.cache.CacheEngine;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.Uuid7;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.Tasks;
import ai.jiga.store.web.RequestIds;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;
import java.util.function.Consumer;

/// What the process that runs a service provides to it.
///
/// @param json how values are stored (not how they look on the wire)
/// @param clock whole milliseconds, so that a time reads back from JSON as it was written
/// @param relay told the key of each event that was committed
public record Foundation(
        DocumentStore store,
        CacheEngine caches,
        ObjectMapper json,
        InstantSource clock,
        Uuid7 ids,
        Tasks tasks,
        Consumer<String> relay) {
    /// @param service the writing service's name, such as `agent-service`
    public Outbox outbox(String service) {
        return new Outbox(service, json, clock, ids::next, relay, RequestIds::current, RequestIds::currentTrace);
    }

    public AuditLog audit() {
        return new AuditLog(store, clock, ids::next);
    }

    public Idempotency idempotency() {
        return new Idempotency(store, json, clock);
    }
}

package ai.jiga.store.queue;

import java.time.Instant;

/// An event on its way, as it lies in the outbox until every handler has done it.
public record OutboxEntry(String key, long sequence, Instant createdAt, Event event) {}

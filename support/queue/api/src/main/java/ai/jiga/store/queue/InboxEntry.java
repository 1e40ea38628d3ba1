package ai.jiga.store.queue;

import java.time.Instant;

/// The proof that a handler has done an event, written with its effect. Kept for as long as an event may come again.
public record InboxEntry(String handler, String eventId, Instant handledAt, Instant expiresAt) {}

package ai.jiga.store.queue;

import java.time.Instant;

/// An event that a handler failed on too often. It holds back the later events of its key for this handler,
/// and nothing else, until an operator retries or drops it.
///
/// @param id the parked entry's own id
/// @param error the last failure, in words for an operator
public record ParkedEvent(
        String id,
        String handler,
        String key,
        long sequence,
        int attempts,
        String error,
        Instant parkedAt,
        Event event) {}

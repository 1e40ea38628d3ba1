package ai.jiga.store.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The identity of an event to be written, made outside of the transaction body so that a body that runs
/// again, on whatever thread, writes the same event.
///
/// @param requestId of the request that causes it, if one does
/// @param traceId of the trace that this request belongs to, if it said so
public record EventStamp(
        String id,
        Instant at,
        @Nullable String requestId,
        @Nullable String traceId) {}

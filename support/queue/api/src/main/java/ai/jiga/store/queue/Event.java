package ai.jiga.store.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The envelope of every event.
///
/// @param id UUIDv7, unique: what a handler's inbox remembers
/// @param type such as `agent.published`
/// @param timestamp when its cause was committed, by the clock of the node that wrote it
/// @param data one of the event records of the contracts, as JSON
public record Event(String id, String type, Instant timestamp, JsonNode data, Metadata metadata) {
    /// @param version of the envelope, `1.0`
    /// @param source the service that wrote it
    /// @param key the aggregate whose events stay in order, such as an agent's id
    /// @param sequence its place among the events of its key; rises, need not be dense
    /// @param requestId the request that caused it, if one did
    /// @param traceId the trace (W3C Trace Context) that this request belongs to, if it said so
    public record Metadata(
            String version,
            String source,
            String key,
            long sequence,
            @Nullable String requestId,
            @Nullable String traceId) {}
}

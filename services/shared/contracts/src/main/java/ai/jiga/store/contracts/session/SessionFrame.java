package ai.jiga.store.contracts.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One frame that the store sends on a session's line, as `docs/api/asyncapi.yaml` describes it.
///
/// @param type names what `data` is
/// @param seq the client's frame that it is about, as the client wrote it; absent when it is about none
/// @param timestamp when it was said
@JsonPropertyOrder({"type", "seq", "timestamp", "data"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionFrame(String type, @Nullable Long seq, Instant timestamp, SessionSays data) {
    public static SessionFrame of(@Nullable Long seq, Instant timestamp, SessionSays data) {
        return new SessionFrame(data.type(), seq, timestamp, data);
    }
}

package ai.jiga.store.session.live;

import ai.jiga.store.contracts.session.SessionSays;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was said about a frame, as the text that is kept with what it cost: `[{type, data}]`.
final class KeptAnswers {
    private final ObjectMapper json;

    KeptAnswers(ObjectMapper json) {
        // What was kept by another version has fewer members, or more.
        this.json = json.copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
    }

    private record Kept(String type, SessionSays.About data) {}

    /// Null when nothing was said.
    @Nullable
    String write(List<SessionSays.About> told) {
        if (told.size() == 1 && told.getFirst() instanceof SessionSays.Ack) {
            return null;
        }
        try {
            return json.writeValueAsString(
                    told.stream().map(each -> new Kept(each.type(), each)).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is always JSON", e);
        }
    }

    /// @param words as they were written
    List<SessionSays.About> read(String words) {
        var told = new ArrayList<SessionSays.About>();
        try {
            for (JsonNode kept : json.readTree(words)) {
                told.add(
                        json.treeToValue(kept.path("data"), of(kept.path("type").asText())));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was kept can be read", e);
        }
        return told;
    }

    private static Class<? extends SessionSays.About> of(String type) {
        return switch (type) {
            case "agent_response" -> SessionSays.AgentResponse.class;
            case "event_detected" -> SessionSays.EventDetected.class;
            case "warning" -> SessionSays.Warning.class;
            case "ack" -> SessionSays.Ack.class;
            case "error" -> SessionSays.Failed.class;
            default -> throw new IllegalStateException("nothing of the type " + type + " is kept");
        };
    }
}

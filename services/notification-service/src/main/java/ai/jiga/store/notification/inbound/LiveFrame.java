package ai.jiga.store.notification.inbound;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/// What a client says on `/ws`: `{type, timestamp?, data?}`.
sealed interface LiveFrame {
    record Subscribe(String channel) implements LiveFrame {}

    record Unsubscribe(String channel) implements LiveFrame {}

    record Ping() implements LiveFrame {}

    /// Takes any text.
    static Outcome<LiveFrame> read(ObjectMapper json, String text) {
        JsonNode frame;
        try {
            frame = json.readTree(text);
        } catch (JsonProcessingException e) {
            return malformed("A frame is one JSON object: {\"type\", \"data\"}.");
        }
        if (frame == null || !frame.path("type").isTextual()) {
            return malformed("A frame is one JSON object with a 'type'.");
        }
        JsonNode channel = frame.path("data").path("channel");
        return switch (frame.path("type").asText()) {
            case "ping" -> Outcome.done(new Ping());
            case "subscribe" ->
                channel.isTextual() ? Outcome.done(new Subscribe(channel.asText())) : malformed(NO_CHANNEL);
            case "unsubscribe" ->
                channel.isTextual() ? Outcome.done(new Unsubscribe(channel.asText())) : malformed(NO_CHANNEL);
            default ->
                Outcome.rejected(ErrorCode.UNKNOWN_FRAME, "A frame's 'type' is one of subscribe, unsubscribe, ping.");
        };
    }

    String NO_CHANNEL = "'data' names the 'channel': \"user\", \"session:{id}\" or \"listing:{id}\".";

    private static Outcome<LiveFrame> malformed(String detail) {
        return Outcome.rejected(ErrorCode.MALFORMED_FRAME, detail);
    }
}

package ai.jiga.store.notification.inbound;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.lines.FrameJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a client says on `/ws`: `{type, timestamp?, data?}`.
sealed interface LiveFrame {
    record Subscribe(String channel) implements LiveFrame {}

    record Unsubscribe(String channel) implements LiveFrame {}

    record Ping() implements LiveFrame {}

    /// Takes any text.
    static Outcome<LiveFrame> read(FrameJson frames, String text) {
        return frames.read(text).then(LiveFrame::understood);
    }

    private static Outcome<LiveFrame> understood(ObjectNode frame) {
        JsonNode channel = frame.path("data").path("channel");
        return switch (frame.path("type").asText()) {
            case "ping" -> Outcome.done(new Ping());
            case "subscribe" ->
                channel.isTextual() ? Outcome.done(new Subscribe(channel.asText())) : FrameJson.malformed(NO_CHANNEL);
            case "unsubscribe" ->
                channel.isTextual() ? Outcome.done(new Unsubscribe(channel.asText())) : FrameJson.malformed(NO_CHANNEL);
            default ->
                Outcome.rejected(ErrorCode.UNKNOWN_FRAME, "A frame's 'type' is one of subscribe, unsubscribe, ping.");
        };
    }

    String NO_CHANNEL = "'data' names the 'channel': \"user\", \"session:{id}\" or \"listing:{id}\".";
}

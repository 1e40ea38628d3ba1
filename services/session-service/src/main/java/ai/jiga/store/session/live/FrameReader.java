package ai.jiga.store.session.live;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Reads a client's frames: `{type, seq?, timestamp?, data?}`. Takes any text.
final class FrameReader {
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_KIND = 64;
    private static final BigDecimal LONGEST_VOICE = BigDecimal.valueOf(60);

    private final ObjectMapper json;

    FrameReader(ObjectMapper json) {
        this.json = json;
    }

    Outcome<ClientFrame> read(String text) {
        JsonNode tree;
        try {
            tree = json.readTree(text);
        } catch (JsonProcessingException e) {
            return malformed("A frame is one JSON object: {\"type\", \"seq\", \"data\"}.");
        }
        if (!(tree instanceof ObjectNode frame) || !frame.path("type").isTextual()) {
            return malformed("A frame is one JSON object with a 'type'.");
        }
        JsonNode seqNode = frame.path("seq");
        if (!seqNode.isMissingNode()
                && !seqNode.isNull()
                && !(seqNode.isIntegralNumber() && seqNode.canConvertToLong())) {
            return malformed("'seq' is a whole number: 1, 2, 3 and so on.");
        }
        Long seq = seqNode.isIntegralNumber() ? (Long) seqNode.longValue() : null;
        JsonNode given = frame.path("data");
        if (!given.isMissingNode() && !given.isNull() && !given.isObject()) {
            return malformed("'data' is a JSON object.");
        }
        ObjectNode data = given instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        return switch (frame.path("type").asText()) {
            case "text_input" -> text(seq, data);
            case "voice_input" -> voice(seq, data);
            case "game_event" -> gameEvent(seq, data);
            case "frame" -> picture(seq, data);
            case "config_update" -> Outcome.done(new ClientFrame.Configure(data));
            case "pause" -> Outcome.done(new ClientFrame.Pause());
            case "resume" -> Outcome.done(new ClientFrame.Resume());
            case "end_session" -> Outcome.done(new ClientFrame.End());
            case "ping" -> Outcome.done(new ClientFrame.Ping());
            default ->
                Outcome.rejected(
                        ErrorCode.UNKNOWN_FRAME,
                        "A frame's 'type' is one of text_input, voice_input, game_event, frame, config_update, pause,"
                                + " resume, end_session, ping.");
        };
    }

    /// The `seq` of a frame that was refused, when it can be made out.
    @Nullable
    Long seqOf(String text) {
        try {
            JsonNode seq = json.readTree(text).path("seq");
            return seq.isIntegralNumber() && seq.canConvertToLong() ? (Long) seq.longValue() : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static Outcome<ClientFrame> text(@Nullable Long seq, ObjectNode data) {
        if (!data.path("text").isTextual() || data.path("text").asText().isBlank()) {
            return malformed("A text_input has 'data.text'.");
        }
        String text = data.path("text").asText();
        return text.length() > LONGEST_TEXT
                ? Outcome.rejected(ErrorCode.TEXT_TOO_LONG, "A text has at most 4,000 characters.")
                : Outcome.done(new ClientFrame.Text(seq, text));
    }

    private static Outcome<ClientFrame> voice(@Nullable Long seq, ObjectNode data) {
        JsonNode duration = data.path("duration");
        if (!data.path("audio").isTextual() || !duration.isNumber()) {
            return malformed("A voice_input has 'data.audio' (base64), 'data.format' and 'data.duration' (seconds).");
        }
        BigDecimal seconds = duration.decimalValue();
        if (seconds.signum() <= 0 || seconds.compareTo(LONGEST_VOICE) > 0) {
            return malformed("'data.duration' is more than 0 and at most 60 seconds.");
        }
        String transcript =
                data.path("transcript").isTextual() ? data.path("transcript").asText() : null;
        if (transcript != null && transcript.length() > LONGEST_TEXT) {
            return Outcome.rejected(ErrorCode.TEXT_TOO_LONG, "A transcript has at most 4,000 characters.");
        }
        return Outcome.done(new ClientFrame.Voice(
                seq, seconds.setScale(0, RoundingMode.CEILING).longValueExact(), transcript));
    }

    private static Outcome<ClientFrame> gameEvent(@Nullable Long seq, ObjectNode data) {
        String kind = data.path("kind").asText();
        if (!data.path("kind").isTextual() || kind.isBlank() || kind.length() > LONGEST_KIND) {
            return malformed("A game_event has 'data.kind', at most 64 characters.");
        }
        return Outcome.done(new ClientFrame.GameEvent(seq, kind, data));
    }

    private static Outcome<ClientFrame> picture(@Nullable Long seq, ObjectNode data) {
        if (!data.path("image").isTextual() || data.path("image").asText().isEmpty()) {
            return malformed("A frame has 'data.image' (base64).");
        }
        long characters = data.path("image").asText().length();
        return Outcome.done(new ClientFrame.Picture(seq, characters * 3 / 4));
    }

    private static Outcome<ClientFrame> malformed(String detail) {
        return Outcome.rejected(ErrorCode.MALFORMED_FRAME, detail);
    }
}

package ai.jiga.store.session.live;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.lines.FrameJson;
import ai.jiga.store.session.media.Picture;
import ai.jiga.store.session.media.VoiceClip;
import ai.jiga.store.text.Graphemes;
import ai.jiga.store.text.Paragraph;
import ai.jiga.store.text.UnfitTextException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Reads a client's frames: `{type, seq?, timestamp?, data?}`. Takes any text.
final class FrameReader {
    private static final int LONGEST_TEXT = FrameLimits.TEXT_CHARACTERS;
    private static final int LONGEST_KIND = 64;
    private static final int LONGEST_PING = 256;
    private static final String PING = "\"ping\"";

    private final FrameJson frames;
    private final ObjectReader json;

    FrameReader(ObjectMapper json) {
        this.frames = new FrameJson(json);
        this.json = json.reader();
    }

    Outcome<ClientFrame> read(String text) {
        return frames.read(text).then(FrameReader::understood);
    }

    /// Whether it is a well-formed ping. Costs next to nothing for anything else.
    boolean isPing(String text) {
        return text.length() <= LONGEST_PING
                && text.contains(PING)
                && read(text) instanceof Outcome.Done<ClientFrame>(ClientFrame frame)
                && frame instanceof ClientFrame.Ping;
    }

    private static Outcome<ClientFrame> understood(ObjectNode frame) {
        JsonNode seqNode = frame.path("seq");
        Long seq = whole(seqNode);
        if (seq == null && !seqNode.isMissingNode() && !seqNode.isNull()) {
            return FrameJson.malformed("'seq' is a whole number: 1, 2, 3 and so on.");
        }
        ObjectNode data =
                frame.path("data") instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
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
            return whole(json.readTree(text).path("seq"));
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /// However it is written: 8.0 and 8e0 are as whole as 8.
    private static @Nullable Long whole(JsonNode number) {
        return number.isNumber() && number.canConvertToExactIntegral() && number.canConvertToLong()
                ? (Long) number.longValue()
                : null;
    }

    private static Outcome<ClientFrame> text(@Nullable Long seq, ObjectNode data) {
        if (!data.path("text").isTextual()) {
            return FrameJson.malformed("A text_input has 'data.text'.");
        }
        return words("text", data.path("text").textValue())
                .then(text -> text.isEmpty()
                        ? FrameJson.malformed(
                                "'data.text' says nothing: it has at least one character that can be seen.")
                        : Outcome.done(new ClientFrame.Text(seq, text)));
    }

    /// What a player says, as it may be shown and kept.
    private static Outcome<String> words(String field, String written) {
        Paragraph words;
        try {
            words = Paragraph.of(written);
        } catch (UnfitTextException unfit) {
            return Outcome.rejected(
                    unfit.isMalformed() ? ErrorCode.MALFORMED_FRAME : ErrorCode.UNFIT_TEXT,
                    "'data." + field + "' " + unfit.getMessage() + ".");
        }
        String text = words.text();
        return text.codePointCount(0, text.length()) > Graphemes.mostCodePoints(LONGEST_TEXT)
                        || Graphemes.count(text) > LONGEST_TEXT
                ? Outcome.rejected(ErrorCode.TEXT_TOO_LONG, "'data." + field + "' has at most 4,000 characters.")
                : Outcome.done(text);
    }

    /// How long a clip is, is read from it. What its sender says of it, `format` and `duration`, is not gone by.
    private static Outcome<ClientFrame> voice(@Nullable Long seq, ObjectNode data) {
        JsonNode transcript = data.path("transcript");
        Outcome<String> said = transcript.isTextual() ? words("transcript", transcript.textValue()) : Outcome.done("");
        return said.then(words -> binary(data, "audio")
                .then(VoiceClip::of)
                .map(clip -> new ClientFrame.Voice(seq, clip.seconds(), words.isEmpty() ? null : words)));
    }

    private static Outcome<byte[]> binary(ObjectNode data, String field) {
        String text = data.path(field).isTextual() ? data.path(field).textValue() : "";
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length > 0) {
                return Outcome.done(bytes);
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below.
        }
        return Outcome.rejected(ErrorCode.MALFORMED_FRAME, "'data." + field + "' is the file as base64.");
    }

    private static Outcome<ClientFrame> gameEvent(@Nullable Long seq, ObjectNode data) {
        String kind = data.path("kind").asText();
        if (!data.path("kind").isTextual() || kind.isBlank() || kind.length() > LONGEST_KIND) {
            return FrameJson.malformed("A game_event has 'data.kind', at most 64 characters.");
        }
        return Outcome.done(new ClientFrame.GameEvent(seq, kind, data));
    }

    private static Outcome<ClientFrame> picture(@Nullable Long seq, ObjectNode data) {
        return binary(data, "image").then(Picture::of).map(picture -> new ClientFrame.Picture(seq, picture.bytes()));
    }
}

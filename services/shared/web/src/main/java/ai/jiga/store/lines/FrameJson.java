package ai.jiga.store.lines;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// What every frame of a client is, on whichever line: one JSON object with a `type`, and `data` that is an
/// object where it is there. Takes any text, and gives on only texts that can be stored: a rule of a value
/// that stood behind this door would have to stand behind each that comes after it.
public final class FrameJson {
    /// As deep as any JSON that the store reads.
    public static final int LEVELS = 32;

    private static final Optional<String> NOT_UNICODE =
            Optional.of("The frame holds a text that is not Unicode (half a surrogate pair), or NUL.");
    private static final String TOO_DEEP = "A frame is nested at most " + LEVELS + " levels deep";

    private final ObjectReader json;

    public FrameJson(ObjectMapper json) {
        this.json = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /// Refused with MALFORMED_FRAME, in words for who wrote it.
    public Outcome<ObjectNode> read(String text) {
        JsonNode tree;
        try {
            tree = json.readTree(text);
        } catch (StreamConstraintsException e) {
            return malformed(TOO_DEEP + ", and its names and numbers are short.");
        } catch (JsonProcessingException e) {
            return malformed("A frame is one JSON object: {\"type\", \"seq\", \"data\"}.");
        }
        if (!(tree instanceof ObjectNode frame) || !frame.path("type").isTextual()) {
            return malformed("A frame is one JSON object with a 'type'.");
        }
        Optional<String> unfit = unfit(frame, 1);
        if (unfit.isPresent()) {
            return malformed(unfit.get());
        }
        JsonNode data = frame.path("data");
        return data.isMissingNode() || data.isNull() || data.isObject()
                ? Outcome.done(frame)
                : malformed("'data' is a JSON object.");
    }

    public static <T> Outcome<T> malformed(String why) {
        return Outcome.rejected(ErrorCode.MALFORMED_FRAME, why);
    }

    /// What no frame holds, wherever it stands in it: half a surrogate pair has no UTF-8 form, and NUL ends a
    /// text where somebody counts to it.
    private static Optional<String> unfit(JsonNode node, int level) {
        if (level > LEVELS) {
            return Optional.of(TOO_DEEP + ".");
        }
        if (node.isTextual()) {
            return isUnicode(node.textValue()) ? Optional.empty() : NOT_UNICODE;
        }
        for (var member : node.properties()) {
            Optional<String> unfit = isUnicode(member.getKey()) ? unfit(member.getValue(), level + 1) : NOT_UNICODE;
            if (unfit.isPresent()) {
                return unfit;
            }
        }
        if (node.isArray()) {
            for (JsonNode element : node) {
                Optional<String> unfit = unfit(element, level + 1);
                if (unfit.isPresent()) {
                    return unfit;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isUnicode(String text) {
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                return false;
            }
        }
        return true;
    }
}

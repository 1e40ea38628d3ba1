package ai.jiga.store.contracts.json;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// A JSON object whose members somebody else chooses, such as a configuration: it holds only what every document
/// engine can store, and no more than settings need. Wherever such JSON comes in, it comes in as this.
///
/// @param object 8 levels and 500 values at most, 4,000 characters a text and 32,000 in all, whole numbers of 64 bits,
///     keys of 1 to 64 letters, digits, `_` and `-`, no list directly in a list
public record FreeJson(@JsonValue ObjectNode object) {
    public static final int MAX_LEVELS = 8;
    public static final int MAX_VALUES = 500;
    public static final int MAX_TEXT = 4_000;
    public static final int MAX_TOTAL_TEXT = 32_000;
    public static final String KEY = "[A-Za-z0-9_-]{1,64}";

    /// @throws ai.jiga.store.kernel.RejectedException INVALID_CONFIGURATION when it cannot be stored
    public FreeJson {
        problemOf(object).ifPresent(FreeJson::refuse);
    }

    /// @throws ai.jiga.store.kernel.RejectedException INVALID_CONFIGURATION when it is no object or cannot be stored
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FreeJson of(JsonNode json) {
        if (json instanceof ObjectNode object) {
            return new FreeJson(object);
        }
        throw refuse("It must be a JSON object.");
    }

    /// What keeps it from being stored, in words for who wrote it; empty when nothing does.
    public static Optional<String> problemOf(JsonNode json) {
        return json.isObject() ? new Walk().problemOf(json, 1) : Optional.of("It must be a JSON object.");
    }

    private static RuntimeException refuse(String problem) {
        throw Rejection.of(ErrorCode.INVALID_CONFIGURATION, problem).asException();
    }

    private static final class Walk {
        private int values;
        private int text;

        Optional<String> problemOf(JsonNode node, int level) {
            if (level > MAX_LEVELS) {
                return Optional.of("It is nested deeper than " + MAX_LEVELS + " levels.");
            }
            if (++values > MAX_VALUES) {
                return Optional.of("It has more than " + MAX_VALUES + " values.");
            }
            if (node.isTextual()) {
                return problemOf(node.textValue());
            }
            if (node.isBigInteger() && !node.canConvertToLong()) {
                return Optional.of("It holds a whole number of more than 64 bits.");
            }
            if (node.isNumber() && !Double.isFinite(node.doubleValue())) {
                return Optional.of("It holds a number that is too large.");
            }
            for (var field : node.properties()) {
                Optional<String> problem = field.getKey().matches(KEY)
                        ? problemOf(field.getValue(), level + 1)
                        : Optional.of("Keys have 1 to 64 of letters, digits, '_' and '-'.");
                if (problem.isPresent()) {
                    return problem;
                }
            }
            if (node.isArray()) {
                for (JsonNode element : node) {
                    Optional<String> problem = element.isArray()
                            ? Optional.of("It holds a list directly in a list.")
                            : problemOf(element, level + 1);
                    if (problem.isPresent()) {
                        return problem;
                    }
                }
            }
            return Optional.empty();
        }

        private Optional<String> problemOf(String value) {
            text += value.length();
            if (value.length() > MAX_TEXT || text > MAX_TOTAL_TEXT) {
                return Optional.of("It holds too much text: " + MAX_TEXT + " characters a value and " + MAX_TOTAL_TEXT
                        + " in all.");
            }
            // Half a surrogate pair has no UTF-8 form, and NUL ends a text where somebody counts to it.
            return value.codePoints()
                            .anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                    ? Optional.of("It holds text that is not Unicode, or NUL.")
                    : Optional.empty();
        }
    }
}

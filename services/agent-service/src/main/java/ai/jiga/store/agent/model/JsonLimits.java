package ai.jiga.store.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// What free JSON of an owner's (a configuration, a model's settings) may hold: what every document engine can store,
/// and no more than such settings need.
public final class JsonLimits {
    static final int MAX_LEVELS = 8;
    static final int MAX_VALUES = 500;
    static final int MAX_TEXT = 4_000;
    static final int MAX_TOTAL_TEXT = 32_000;

    private JsonLimits() {}

    /// What is wrong, in words for the owner; empty when nothing is.
    public static Optional<String> problemOf(JsonNode json) {
        if (!json.isObject()) {
            return Optional.of("It must be a JSON object.");
        }
        return new Walk().problemOf(json, 1);
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
                return textProblem(node.textValue(), MAX_TEXT);
            }
            if (node.isBigInteger() && !node.canConvertToLong()) {
                return Optional.of("It holds a whole number of more than 64 bits.");
            }
            if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
                return Optional.of("It holds a number that is too large.");
            }
            for (var field : node.properties()) {
                Optional<String> problem = field.getKey().matches("[A-Za-z0-9_-]{1,64}")
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

        private Optional<String> textProblem(String value, int most) {
            text += value.length();
            if (value.length() > most || text > MAX_TOTAL_TEXT) {
                return Optional.of("It holds too much text: " + MAX_TEXT + " characters a value and " + MAX_TOTAL_TEXT
                        + " in all.");
            }
            // Half a surrogate pair has no UTF-8 form.
            return value.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                    ? Optional.of("It holds text that is not Unicode.")
                    : Optional.empty();
        }
    }
}

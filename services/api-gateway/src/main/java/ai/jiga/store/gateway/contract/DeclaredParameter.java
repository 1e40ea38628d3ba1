package ai.jiga.store.gateway.contract;

import ai.jiga.store.web.Times;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A parameter as the description declares it, and whether a value keeps to that.
///
/// @param list whether it may be given several times
/// @param inOne whether a list's values stand in one, with commas between them
/// @param type of a value: `string`, `integer`, `number` or `boolean`
/// @param format `date-time`, `date`, or another that is not looked at here
/// @param allowed the words it may be, whatever their case; empty for any
record DeclaredParameter(
        String name,
        boolean required,
        boolean list,
        boolean inOne,
        String type,
        List<String> allowed,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        int shortest,
        int longest,
        String format,
        @Nullable Pattern pattern) {
    private static final int NUMBER_LENGTH = 40;
    private static final Pattern ASCII_ALONE = Pattern.compile("\\p{ASCII}*");

    static DeclaredParameter of(JsonNode parameter, JsonNode schemas) {
        JsonNode schema = resolved(parameter.path("schema"), schemas);
        boolean list = types(schema).contains("array");
        JsonNode one = list ? resolved(schema.path("items"), schemas) : schema;
        var allowed = new ArrayList<String>();
        one.path("enum").forEach(word -> allowed.add(word.asText()));
        return new DeclaredParameter(
                parameter.path("name").asText(),
                parameter.path("required").asBoolean(),
                list,
                list && !parameter.path("explode").asBoolean(true),
                types(one).stream().filter(t -> !t.equals("null")).findFirst().orElse("string"),
                List.copyOf(allowed),
                one.has("minimum") ? one.path("minimum").decimalValue() : null,
                one.has("maximum") ? one.path("maximum").decimalValue() : null,
                one.path("minLength").asInt(0),
                one.path("maxLength").asInt(Integer.MAX_VALUE),
                one.path("format").asText(""),
                one.has("pattern") ? Pattern.compile(one.path("pattern").asText()) : null);
    }

    private static JsonNode resolved(JsonNode schema, JsonNode schemas) {
        JsonNode at = schema;
        while (at.has("$ref")) {
            String ref = at.path("$ref").asText();
            at = schemas.path(ref.substring(ref.lastIndexOf('/') + 1));
        }
        return at;
    }

    private static List<String> types(JsonNode schema) {
        var types = new ArrayList<String>();
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            type.forEach(t -> types.add(t.asText()));
        } else if (type.isTextual()) {
            types.add(type.asText());
        }
        return types;
    }

    /// What is wrong with what was given: the end of a sentence that begins with the name. Empty when nothing is.
    Optional<String> problemOf(List<String> given) {
        if (given.size() > 1 && (!list || inOne)) {
            return Optional.of("is given " + given.size() + " times, and may be given once");
        }
        return given.stream()
                .flatMap(value -> inOne ? List.of(value.split(",", -1)).stream() : List.of(value).stream())
                .flatMap(value -> problemOf(value).stream())
                .findFirst();
    }

    private Optional<String> problemOf(String value) {
        return switch (type) {
            case "integer", "number" -> problemOfNumber(value);
            case "boolean" ->
                value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")
                        ? Optional.empty()
                        : Optional.of("is true or false");
            default -> problemOfText(value);
        };
    }

    private Optional<String> problemOfNumber(String value) {
        boolean whole = type.equals("integer");
        try {
            // Java reads the digits of every script; whoever reads the value behind this gate may not.
            BigDecimal number = value.length() > NUMBER_LENGTH
                            || !ASCII_ALONE.matcher(value).matches()
                    ? null
                    : new BigDecimal(value);
            if (number != null
                    && (least == null || number.compareTo(least) >= 0)
                    && (most == null || number.compareTo(most) <= 0)
                    && (!whole || number.stripTrailingZeros().scale() <= 0)) {
                return Optional.empty();
            }
        } catch (NumberFormatException e) {
            // Refused below.
        }
        return Optional.of("is a " + (whole ? "whole number" : "number") + (least == null ? "" : " from " + least)
                + (most == null ? "" : " to " + most));
    }

    private Optional<String> problemOfTime(String value) {
        return switch (format) {
            case "date-time" -> Times.time(value).isPresent() ? Optional.empty() : Optional.of(Times.A_TIME);
            case "date" -> Times.day(value).isPresent() ? Optional.empty() : Optional.of(Times.A_DAY);
            default -> Optional.empty();
        };
    }

    private Optional<String> problemOfText(String value) {
        if (!allowed.isEmpty()) {
            return allowed.stream().anyMatch(value.strip()::equalsIgnoreCase)
                    ? Optional.empty()
                    : Optional.of((list ? "has '" + value.strip() + "', which is not" : "is") + " one of "
                            + String.join(", ", allowed));
        }
        Optional<String> noTime = problemOfTime(value);
        if (noTime.isPresent()) {
            return noTime;
        }
        int length = value.codePointCount(0, value.length());
        if (length < shortest || length > longest) {
            return Optional.of(
                    longest == Integer.MAX_VALUE
                            ? "has " + shortest + " characters or more"
                            : "has " + shortest + " to " + longest + " characters");
        }
        return pattern == null || pattern.matcher(value).find()
                ? Optional.empty()
                : Optional.of("does not have the form it should have: see its pattern at /docs");
    }
}

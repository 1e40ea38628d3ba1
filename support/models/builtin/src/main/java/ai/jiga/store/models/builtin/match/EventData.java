package ai.jiga.store.models.builtin.match;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The fields of a game event, read with suspicion: whatever a game sends, a field is either a clean value or absent.
public record EventData(JsonNode node) {

    private static final int LONGEST_NAME = 28;
    private static final long LARGEST = 1_000_000_000L;

    /// A name, on one line and of at most 28 characters.
    public @Nullable String text(String field) {
        JsonNode value = node.path(field);
        if (!value.isValueNode() || value.isNull()) {
            return null;
        }
        String clean = clean(value.asText(), LONGEST_NAME);
        return clean.isEmpty() ? null : clean;
    }

    /// A name or, if there is none, the empty text.
    public String textOrEmpty(String field) {
        String text = text(field);
        return text == null ? "" : text;
    }

    /// One of a game's own words, in lower case with underscores; empty if absent.
    public String word(String field) {
        return textOrEmpty(field).toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    /// What a game event is about. A client that sends the event and its fields side by side, `kind` being the event's,
    /// names the thing by its own field (`objective: "bomb"`); in data of its own `kind` is free to say it.
    ///
    /// @param field its own field, which is the event's kind as well
    public @Nullable String subject(String field) {
        String named = text(field);
        if (named != null) {
            return named;
        }
        return word("kind").equals(field) ? null : text("kind");
    }

    /// A whole number of at least 0; fractions are cut off, and so is what no game counts up to.
    public @Nullable Integer number(String field) {
        JsonNode value = node.path(field);
        double number;
        if (value.isNumber()) {
            number = value.asDouble();
        } else if (value.isTextual()) {
            try {
                number = Double.parseDouble(value.asText().strip());
            } catch (NumberFormatException e) {
                return null;
            }
        } else {
            return null;
        }
        if (!Double.isFinite(number) || number < 0) {
            return null;
        }
        return (int) Math.min(LARGEST, (long) number);
    }

    /// A whole number from 0 to 100.
    public @Nullable Integer percent(String field) {
        Integer number = number(field);
        return number == null ? null : Math.min(100, number);
    }

    /// Yes or no; null if the field says neither.
    public @Nullable Boolean flag(String field) {
        JsonNode value = node.path(field);
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        return switch (word(field)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> null;
        };
    }

    /// Whether the field names our own side. Absent means no.
    public boolean ours(String field) {
        return switch (word(field)) {
            case "us", "we", "me", "own", "ours", "home_us", "ally", "allies" -> true;
            default -> false;
        };
    }

    /// The text on one line, without control characters and halves of characters, cut to a length.
    public static String clean(String text, int longest) {
        StringBuilder clean = new StringBuilder();
        boolean gap = false;
        int[] points = text.codePoints().limit(4L * longest + 16).toArray();
        for (int point : points) {
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                gap = !clean.isEmpty();
                continue;
            }
            int type = Character.getType(point);
            if (type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.UNASSIGNED) {
                continue;
            }
            int needed = Character.charCount(point) + (gap ? 1 : 0);
            if (clean.length() + needed > longest) {
                break;
            }
            if (gap) {
                clean.append(' ');
                gap = false;
            }
            clean.appendCodePoint(point);
        }
        return clean.toString();
    }
}

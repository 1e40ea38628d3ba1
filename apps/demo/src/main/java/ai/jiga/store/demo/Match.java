package ai.jiga.store.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A recorded match: what a game and its player sent to the agent, and when. One JSON object a line,
/// `{"afterMillis": 1200, "frame": {"type": "game_event", "data": {...}}}`, in the order of play.
record Match(List<Moment> moments) {
    private static final Set<String> TYPES = Set.of("game_event", "text_input");

    /// One thing that happened.
    ///
    /// @param after how long after the moment before it, in the time of the match
    record Moment(Duration after, String type, ObjectNode data) {
        boolean isQuestion() {
            return "text_input".equals(type);
        }

        /// A short line for the terminal: the player's words, or the event and what it was about.
        String inWords() {
            if (isQuestion()) {
                return data.path("text").asText();
            }
            var words = new StringBuilder(data.path("kind").asText().replace('_', ' '));
            data.properties().forEach(field -> {
                if (!"kind".equals(field.getKey())) {
                    words.append(words.indexOf(":") < 0 ? ": " : ", ")
                            .append(field.getKey().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT))
                            .append(' ')
                            .append(field.getValue().asText());
                }
            });
            return words.toString();
        }
    }

    Match {
        moments = List.copyOf(moments);
        if (moments.stream().noneMatch(Moment::isQuestion)) {
            throw new IllegalArgumentException("A match in which nobody asks anything has nothing to show");
        }
    }

    /// The match that comes with the demo.
    static Match recorded(ObjectMapper json) {
        try (var file = Match.class.getResourceAsStream("/match.jsonl")) {
            if (file == null) {
                throw new IllegalStateException("match.jsonl is not in this build");
            }
            return read(json, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Match read(ObjectMapper json, String lines) {
        var moments = new ArrayList<Moment>();
        var number = 0;
        for (var line : lines.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                moments.add(moment(json, line, number));
            }
        }
        return new Match(moments);
    }

    private static Moment moment(ObjectMapper json, String line, int number) {
        JsonNode read;
        try {
            read = json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Line " + number + " of the match is not JSON", e);
        }
        var after = read.path("afterMillis");
        var type = read.at("/frame/type").asText();
        if (!after.isIntegralNumber() || after.longValue() < 0) {
            throw new IllegalArgumentException("Line " + number + " of the match says not when");
        }
        if (!TYPES.contains(type) || !(read.at("/frame/data") instanceof ObjectNode data)) {
            throw new IllegalArgumentException("Line " + number + " of the match is no frame a player sends");
        }
        return new Moment(Duration.ofMillis(after.longValue()), type, data);
    }

    Duration length() {
        return moments.stream().map(Moment::after).reduce(Duration.ZERO, Duration::plus);
    }

    /// How many moments are played before the connection is lost: up to and with the first question past the middle,
    /// because a question costs something, and so shows that sending it again does not.
    int beforeTheDrop() {
        for (var i = moments.size() / 2; i < moments.size(); i++) {
            if (moments.get(i).isQuestion()) {
                return i + 1;
            }
        }
        return moments.size();
    }
}

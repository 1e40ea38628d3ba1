package ai.jiga.store.models.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.models.builtin.match.EventKind;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Integrators go by `docs/guides/game-events.md`: it names each kind that the coach understands, and no other.
final class GameEventsGuideTest {

    private static final Path GUIDE = Path.of("..", "..", "..", "docs", "guides", "game-events.md");

    @Test
    void theGuideShowsEachKindInARowAndInAnExample() throws Exception {
        String guide = Files.readString(GUIDE);
        List<String> shown = examples();
        for (EventKind kind : EventKind.values()) {
            String wire = kind.name().toLowerCase(Locale.ROOT);
            assertThat(guide).as("a row of the table").contains("| `" + wire + "` |");
            assertThat(shown).as("kinds with an example").contains(wire);
        }
    }

    @Test
    void eachExampleIsOfAKindThatTheCoachUnderstands() throws Exception {
        assertThat(examples()).isNotEmpty().allMatch(kind -> EventKind.of(kind) != null);
    }

    private static List<String> examples() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> kinds = new ArrayList<>();
        try (Stream<String> lines = Files.lines(GUIDE)) {
            for (String line :
                    lines.filter(line -> line.startsWith("{\"kind\"")).toList()) {
                kinds.add(json.readTree(line).path("kind").asText());
            }
        }
        return kinds;
    }
}

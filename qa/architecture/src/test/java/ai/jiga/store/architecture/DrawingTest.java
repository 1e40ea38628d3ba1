package ai.jiga.store.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The drawing of who calls whom, in `docs/architecture/README.md`, against what [CodeRule#SERVICES_CALL_AS_DRAWN] lets
/// the code do.
class DrawingTest {
    private static final Pattern BLOCK = Pattern.compile("<!-- calls: .*?```mermaid\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ARROW = Pattern.compile("^ *(\\w+) --> (\\w+)$", Pattern.MULTILINE);

    @Test
    void theDrawingShowsEveryCallThatTheRulesAllowAndNoOther() throws IOException {
        String page = Files.readString(Poms.root().resolve("docs/architecture/README.md"));

        assertThat(callsDrawnIn(page)).isEqualTo(new TreeMap<>(Tree.CALLS));
    }

    @Test
    void anArrowInTheDrawingIsRead() {
        String page =
                "a --> b\n<!-- calls: as tested -->\n```mermaid\nflowchart LR\n    user --> agent\n    user --> session\n```";

        assertThat(callsDrawnIn(page)).isEqualTo(Map.of("user", Set.of("agent", "session")));
    }

    private static Map<String, Set<String>> callsDrawnIn(String page) {
        var calls = new TreeMap<String, Set<String>>();
        var block = BLOCK.matcher(page);
        if (block.find()) {
            ARROW.matcher(block.group(1))
                    .results()
                    .forEach(arrow -> calls.computeIfAbsent(arrow.group(1), _ -> new TreeSet<>())
                            .add(arrow.group(2)));
        }
        return calls;
    }
}

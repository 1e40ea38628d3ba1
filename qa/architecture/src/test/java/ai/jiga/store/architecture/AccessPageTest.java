package ai.jiga.store.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.access.AccessRow;
import ai.jiga.store.access.AccessTable;
import ai.jiga.store.kernel.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `docs/api/access.md` is the access table, for readers.
class AccessPageTest {
    private static final Path PAGE = Path.of("../../docs/api/access.md");
    private static final Path API = Path.of("../../docs/api/openapi.yaml");
    /// Where an operation of the generated description stands.
    private static final Pattern PLACE = Pattern.compile(
            " {2}(?<path>/.*):| {4}(?<method>get|put|post|patch|delete):| {6}operationId: (?<operation>.*)");
    private static final String WRITE = "./mvnw -pl qa/architecture test -Dtest=AccessPageTest -Daccess.write";

    /// What the description of the API does not have.
    private static final Map<String, String> SOCKETS =
            Map.of("sessionSocket", "GET /ws/session/{sessionId}", "liveSocket", "GET /ws");

    private static String page() throws IOException {
        var text = new StringBuilder("""
                # Who may do what

                One row for each operation of the [API](openapi.yaml) and for each [WebSocket](asyncapi.yaml); `./jiga access` prints
                it. It is made from `services/shared/web/src/main/resources/ai/jiga/store/access/access.csv`. The last three
                columns are asked there at the door of every operation; the first is kept by the use cases, which have the thing
                in hand. A test calls every operation as each of them, and compares.

                - **who** of those who come as themselves, with a sign-in or without: `everybody`; whoever is `signed in`; the `owner`
                  of the thing (for others it is 404 or 403) and, where they look after it, operators; an `operator` alone; `nobody`,
                  where it takes what another column names.
                - **key**: the scope that a secret key needs; `any` will do, or `none`. A publishable key may what everybody may.
                - **player**: whether the token is enough that a studio made for its player.
                - **test**: whether it exists for test keys and for the players of a test.

                | address | operation | who | key | player | test |
                |---|---|---|---|---|---|
                """);
        Map<String, String> addresses = addresses();
        for (AccessRow row : AccessTable.read().rows()) {
            Scope scope = row.scope();
            text.append("| `%s` | `%s` | %s | %s | %s | %s |%n"
                    .formatted(
                            addresses.get(row.operation()),
                            row.operation(),
                            row.who().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            scope != null ? "`" + scope.label() + "`" : row.forKeys() ? "any" : "none",
                            row.forPlayers() ? "yes" : "no",
                            row.inTest() ? "yes" : "no"));
        }
        return text.toString();
    }

    private static Map<String, String> addresses() throws IOException {
        var addresses = new HashMap<>(SOCKETS);
        String path = "";
        String method = "";
        for (String line : Files.readAllLines(API)) {
            Matcher found = PLACE.matcher(line);
            if (!found.matches()) {
                continue;
            }
            if (found.group("path") != null) {
                path = found.group("path");
            } else if (found.group("method") != null) {
                method = found.group("method").toUpperCase(Locale.ROOT);
            } else {
                addresses.put(found.group("operation"), method + " " + path);
            }
        }
        return addresses;
    }

    @Test
    void thePageIsTheTable() throws IOException {
        if (System.getProperty("access.write") != null) {
            Files.writeString(PAGE, page());
        }
        assertThat(Files.readString(PAGE))
                .as("stale; make it anew by: " + WRITE)
                .isEqualTo(page());
    }
}

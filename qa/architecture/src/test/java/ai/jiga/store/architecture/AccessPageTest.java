package ai.jiga.store.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.access.AccessRow;
import ai.jiga.store.access.AccessTable;
import ai.jiga.store.kernel.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// `docs/api/access.md` is the access table, for readers.
class AccessPageTest {
    private static final Path PAGE = Path.of("../../docs/api/access.md");
    private static final String WRITE = "./mvnw -pl qa/architecture test -Dtest=AccessPageTest -Daccess.write";

    private static String page() {
        var text = new StringBuilder("""
                # Who may do what

                One row for each operation of the [API](openapi.yaml) and for each WebSocket. It is made from
                `services/shared/web/src/main/resources/ai/jiga/store/access/access.csv`, which the doors ask.

                - **who**: of those who come as themselves. `owner`: whose thing it is; it is 404 or 403 to others.
                - **key**: the scope that a secret key needs; *any* key may, or *none*.
                - **player's token**: whether the token that a studio made for its player is enough.
                - **in test**: whether it exists for test keys and the players of a test.

                A publishable key may what everybody may.

                | operation | who | key | player's token | in test |
                |---|---|---|---|---|
                """);
        for (AccessRow row : AccessTable.read().rows()) {
            Scope scope = row.scope();
            text.append("| `%s` | %s | %s | %s | %s |%n"
                    .formatted(
                            row.operation(),
                            row.who().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            scope != null ? "`" + scope.label() + "`" : row.forKeys() ? "any" : "none",
                            row.forPlayers() ? "yes" : "no",
                            row.inTest() ? "yes" : "no"));
        }
        return text.toString();
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

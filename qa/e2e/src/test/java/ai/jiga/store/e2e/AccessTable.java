package ai.jiga.store.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Who may do what, as the store's own table has it.
record AccessTable(Map<String, Row> rows) {
    private static final Path FILE =
            Path.of("../../services/shared/web/src/main/resources/ai/jiga/store/access/access.csv");

    static AccessTable read() {
        try {
            return new AccessTable(Files.readAllLines(FILE).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> new Row(cells[0], cells[1], cells[2], cells[3].equals("yes"), cells[4].equals("yes")))
                    .collect(Collectors.toMap(Row::operation, row -> row, (one, _) -> one, LinkedHashMap::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Row row(String operation) {
        return Objects.requireNonNull(
                rows.get(operation), () -> "access.csv has no row for " + operation + ": add one");
    }

    Set<String> scopes() {
        return rows.values().stream()
                .filter(Row::isScoped)
                .map(Row::scope)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// As the file has it.
    record Row(String operation, String who, String scope, boolean forPlayers, boolean inTest) {
        boolean forKeys() {
            return !scope.equals("-");
        }

        boolean isScoped() {
            return forKeys() && !scope.equals("any");
        }
    }
}

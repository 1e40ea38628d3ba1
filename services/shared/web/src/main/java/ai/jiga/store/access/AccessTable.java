package ai.jiga.store.access;

import ai.jiga.store.access.AccessRow.Who;
import ai.jiga.store.kernel.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Who may do what: one row for each operation of the API and for each WebSocket. It is a file (`access.csv`), so that
/// it can be read, printed and compared. What has no row stops with an error, for keys and tokens of players.
///
/// Whose a thing is, is asked by the use case that has it in hand. What a key or a player's token is good for is asked
/// here, before.
public final class AccessTable {
    private static final String FILE = "access.csv";
    private static final int COLUMNS = 5;

    private final Map<String, AccessRow> rows;

    private AccessTable(Map<String, AccessRow> rows) {
        this.rows = rows;
    }

    /// @throws IllegalStateException when the file has a line that is no row
    public static AccessTable read() {
        try (InputStream in = AccessTable.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + FILE + " beside " + AccessTable.class);
            }
            var rows = new LinkedHashMap<String, AccessRow>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(AccessTable::row)
                    .forEach(row -> {
                        if (rows.put(row.operation(), row) != null) {
                            throw new IllegalStateException(FILE + " has two rows for " + row.operation());
                        }
                    });
            return new AccessTable(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AccessRow row(String line) {
        String[] cells = line.split(",");
        if (cells.length != COLUMNS) {
            throw new IllegalStateException(FILE + ": '" + line + "' has not " + COLUMNS + " columns");
        }
        String scope = cells[2];
        boolean named = !scope.equals("any") && !scope.equals("-");
        return new AccessRow(
                cells[0],
                Who.valueOf(cells[1].toUpperCase(Locale.ROOT).replace('-', '_')),
                named
                        ? Scope.labelled(scope)
                                .orElseThrow(() -> new IllegalStateException(FILE + ": no scope is named " + scope))
                        : null,
                !scope.equals("-"),
                cells[3].equals("yes"),
                cells[4].equals("yes"));
    }

    public Optional<AccessRow> of(String operation) {
        return Optional.ofNullable(rows.get(operation));
    }

    public List<AccessRow> rows() {
        return List.copyOf(rows.values());
    }
}

package ai.jiga.store.app;

import ai.jiga.store.app.migrate.Migrate;
import ai.jiga.store.documents.sqlite.Backup;
import ai.jiga.store.documents.sqlite.SqliteBackups;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The words that need no running store: `backup`, `restore`, `doctor`, `ledger verify`, `migrate`.
final class CommandLine {
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private CommandLine() {}

    /// @return the exit code
    static int run(List<String> words, Map<String, String> variables, PrintStream out, PrintStream err) {
        var rest = new ArrayList<>(words);
        Path data = dataOf(rest, variables);
        // The engines are opened with the data folder that was asked for.
        var environment = new HashMap<>(variables);
        environment.put("JIGA_DATA", data.toString());
        try {
            return switch (rest.removeFirst()) {
                case "backup" -> rest.size() == 1 ? backup(data, Path.of(rest.getFirst()), out) : misused(err);
                case "restore" -> rest.size() == 1 ? restore(data, Path.of(rest.getFirst()), out) : misused(err);
                case "doctor" -> rest.isEmpty() ? Doctor.examine(data, environment, out) : misused(err);
                case "ledger" ->
                    rest.equals(List.of("verify")) ? LedgerCheck.verify(data, environment, out) : misused(err);
                case "migrate" -> migrate(rest, environment, out, err);
                default -> misused(err);
            };
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return FAILED;
        } catch (RuntimeException e) {
            err.println(Complaints.of(e).orElse(Objects.toString(e.getMessage(), e.toString())));
            return Complaints.of(e).isPresent() ? StoreMain.CONFIGURATION : FAILED;
        }
    }

    private static Path dataOf(List<String> words, Map<String, String> environment) {
        int at = words.indexOf("--data");
        if (at >= 0 && at + 1 < words.size()) {
            words.remove(at);
            return Path.of(words.remove(at)).toAbsolutePath().normalize();
        }
        return Path.of(environment.getOrDefault("JIGA_DATA", "data"))
                .toAbsolutePath()
                .normalize();
    }

    private static int migrate(List<String> words, Map<String, String> environment, PrintStream out, PrintStream err) {
        String from = option("--from", words);
        String to = option("--to", words);
        return words.isEmpty() ? Migrate.run(from, to, environment, out) : misused(err);
    }

    /// Takes an option and its value out of the words; empty when it is not among them.
    private static String option(String name, List<String> words) {
        int at = words.indexOf(name);
        if (at < 0 || at + 1 >= words.size()) {
            return "";
        }
        words.remove(at);
        return words.remove(at);
    }

    private static int backup(Path data, Path file, PrintStream out) {
        Backup backup = SqliteBackups.write(data, file, Clock.systemUTC(), DataFiles.KEYS);
        out.println("Backed up " + backup.documents() + " documents of " + data + " to " + file + ".");
        out.println("The file holds the keys of the store as well: keep it like a password.");
        return OK;
    }

    private static int restore(Path data, Path file, PrintStream out) {
        Backup backup = SqliteBackups.restore(file, data);
        out.println("Restored " + backup.documents() + " documents as of " + backup.createdAt() + " to " + data
                + ". What was there before lies in a folder 'replaced-...' beside them.");
        return OK;
    }

    private static int misused(PrintStream err) {
        err.println("Known words: backup FILE, restore FILE, doctor, ledger verify, migrate --from ENGINE --to ENGINE;"
                + " each with --data DIR.");
        return MISUSED;
    }
}

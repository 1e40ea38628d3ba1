package ai.jiga.store.app;

import ai.jiga.store.app.migrate.Migrate;
import ai.jiga.store.app.settings.Settings;
import ai.jiga.store.app.settings.TypedPath;
import ai.jiga.store.documents.sqlite.Backup;
import ai.jiga.store.documents.sqlite.FolderInUseException;
import ai.jiga.store.documents.sqlite.SqliteBackups;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The words that need no running store: `backup`, `restore`, `check` (whether a store may start with this
/// configuration), `doctor`, `ledger verify`, `migrate`.
final class CommandLine {
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private CommandLine() {}

    /// @return the exit code
    static int run(List<String> words, Map<String, String> variables, Terminal terminal) {
        var rest = new ArrayList<>(words);
        try {
            boolean yes = rest.remove("--yes");
            Path data = dataOf(rest, variables);
            // The engines are opened with the data folder that was asked for.
            var environment = new HashMap<>(variables);
            environment.put("JIGA_DATA", data.toString());
            return switch (rest.removeFirst()) {
                case "backup" ->
                    rest.size() == 1 ? backup(data, rest.getFirst(), yes, environment, terminal) : misused(terminal);
                case "restore" ->
                    rest.size() == 1 ? restore(data, rest.getFirst(), yes, environment, terminal) : misused(terminal);
                case "check" ->
                    StoreMain.isFit(Settings.read(environment), terminal.err()) ? OK : StoreMain.CONFIGURATION;
                case "doctor" -> rest.isEmpty() ? Doctor.examine(data, environment, terminal.out()) : misused(terminal);
                case "ledger" ->
                    rest.equals(List.of("verify"))
                            ? LedgerCheck.verify(data, environment, terminal.out())
                            : misused(terminal);
                case "migrate" -> migrate(rest, environment, terminal);
                default -> misused(terminal);
            };
        } catch (IllegalArgumentException e) {
            terminal.err().println(e.getMessage());
            return FAILED;
        } catch (RuntimeException e) {
            Optional<String> complaint = Complaints.of(e);
            terminal.err().println(complaint.orElse(Objects.toString(e.getMessage(), e.toString())));
            return complaint.isPresent() ? StoreMain.CONFIGURATION : FAILED;
        }
    }

    private static Path dataOf(List<String> words, Map<String, String> environment) {
        int at = words.indexOf("--data");
        if (at >= 0 && at + 1 < words.size()) {
            words.remove(at);
            return TypedPath.read(words.remove(at));
        }
        return TypedPath.read(environment.getOrDefault("JIGA_DATA", "data"));
    }

    private static int migrate(List<String> words, Map<String, String> environment, Terminal terminal) {
        String from = option("--from", words);
        String to = option("--to", words);
        return words.isEmpty() ? Migrate.run(from, to, environment, terminal.out()) : misused(terminal);
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

    private static int backup(Path data, String name, boolean yes, Map<String, String> environment, Terminal terminal) {
        Path file = TypedPath.read(name);
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is a folder: name a file in it.");
        }
        boolean may = !Files.exists(file)
                || terminal.agrees(
                        yes,
                        "The file " + file + " is there already.",
                        "Put the new backup in its place?",
                        "Name another file, or add --yes to put the new backup in its place.");
        if (!may) {
            return FAILED;
        }
        Backup backup = SqliteBackups.write(data, file, Clock.systemUTC(), DataFiles.BESIDES);
        PrintStream out = terminal.out();
        out.println("Backed up " + backup.documents() + " documents and " + backup.files() + " files of pictures of "
                + data + " to " + file + ".");
        pictures(data, environment)
                .map(Part::engine)
                .ifPresent(where -> out.println("This store keeps its pictures elsewhere (" + where
                        + "): those are not in the file. Copy them by the means of that service."));
        out.println("The file holds the keys of the store as well: keep it like a password.");
        return OK;
    }

    private static int restore(
            Path data, String name, boolean yes, Map<String, String> environment, Terminal terminal) {
        Path file = TypedPath.read(name);
        RunningStore.on(data).ifPresent(store -> {
            throw new FolderInUseException(data, " (process " + store.process() + ")");
        });
        Instant createdAt = SqliteBackups.describe(file).createdAt();
        boolean replaces = SqliteBackups.isStore(data);
        boolean may = !replaces
                || terminal.agrees(
                        yes,
                        "There is a store in " + data + " already.",
                        "Put the backup of " + createdAt
                                + " in its place? What is there is kept in a folder 'replaced-...'" + " beside.",
                        "Name another folder with --data, or add --yes to put the backup in its place; what is there"
                                + " is kept in a folder 'replaced-...' beside.");
        if (!may) {
            return FAILED;
        }
        Backup backup = SqliteBackups.restore(file, data);
        PrintStream out = terminal.out();
        out.println("Restored " + backup.documents() + " documents and " + backup.files() + " files of pictures as of "
                + backup.createdAt() + " to " + data + "."
                + SqliteBackups.replaced(data)
                        .filter(_ -> replaces)
                        .map(before -> " What was there before lies in " + before + ".")
                        .orElse(""));
        if (backup.files() > 0) {
            pictures(data, environment)
                    .map(Part::engine)
                    .ifPresent(where -> out.println("This store is to keep its pictures elsewhere (" + where
                            + "): copy those in " + data.resolve(DataFiles.PICTURES) + " there."));
        }
        return OK;
    }

    /// Where pictures are, when that is not in the data folder.
    private static Optional<Part> pictures(Path data, Map<String, String> environment) {
        return RunningStore.on(data)
                .map(RunningStore::parts)
                .orElseGet(() -> Parts.of(Settings.read(environment), environment))
                .stream()
                .filter(part -> part.name().equals(Parts.PICTURES) && part.service() != null)
                .findFirst();
    }

    private static int misused(Terminal terminal) {
        terminal.err()
                .println(
                        "Known words: backup FILE [--yes], restore FILE [--yes], check, doctor, ledger verify, migrate --from"
                                + " ENGINE --to ENGINE; each with --data DIR.");
        return MISUSED;
    }
}

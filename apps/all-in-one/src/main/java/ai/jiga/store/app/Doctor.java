package ai.jiga.store.app;

import ai.jiga.store.app.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Prints what the store of a data folder is made of, part by part: the engine, the setting that chose it,
/// and whether it is there. Of a store that runs, it is what that one runs with, whatever the shell says that
/// asks; otherwise, what a start from here would run with. Secrets are not among it.
final class Doctor {
    private static final long MEBIBYTE = 1 << 20;
    private static final String READY = "is ready";
    /// A store that is busy is not away.
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private Doctor() {}

    /// @return 0 when nothing is wrong
    static int examine(Path data, Map<String, String> environment, PrintStream out) {
        Optional<RunningStore> written = RunningStore.in(data);
        Optional<RunningStore> running = written.filter(RunningStore::isAlive);
        if (running.isPresent()) {
            RunningStore store = running.get();
            out.println("A store runs on " + data + ": process " + store.process() + ", ready since "
                    + TIME.format(store.ready()) + ", on port " + store.port() + " of " + store.host() + ".");
            table(data, store.parts(), out);
            String state = answer(store);
            out.println("It " + state + ".");
            return state.equals(READY) ? 0 : 1;
        }
        out.println("No store runs on " + data + ". One that is started from here would run with this:");
        written.ifPresent(store ->
                out.println("(The last one, process " + store.process() + ", was ready at " + TIME.format(store.ready())
                        + " and ended without a word. The next start goes on from what it left.)"));
        Settings settings = Settings.read(environment);
        table(data, Parts.of(settings, environment), out);
        Stream.concat(settings.problems().stream(), settings.listen().trouble().stream())
                .forEach(problem -> out.println("WRONG: " + problem));
        return settings.problems().isEmpty() ? 0 : StoreMain.CONFIGURATION;
    }

    private static void table(Path data, List<Part> parts, PrintStream out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("part", "what", "chosen by", "state"));
        rows.add(List.of("data", data.toString(), "--data, JIGA_DATA", folder(data)));
        parts.forEach(part -> rows.add(List.of(part.name(), part.engine(), part.chosenBy(), part.state())));
        String format = IntStream.range(0, 3)
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(1))
                .mapToObj(width -> "%-" + width + "s  ")
                .collect(Collectors.joining("", "", "%s"));
        rows.forEach(row -> out.println(format.formatted(row.toArray()).stripTrailing()));
    }

    private static String folder(Path data) {
        String free = mebibytes(free(data)) + " MiB free";
        if (!Files.exists(data)) {
            return "new, " + free;
        }
        try {
            return mebibytes(FolderSize.of(data)) + " MiB, " + free;
        } catch (IOException e) {
            return "cannot be read (" + e + "), " + free;
        }
    }

    private static String answer(RunningStore store) {
        // Who listens everywhere is asked here.
        String host = store.host().equals("0.0.0.0") || store.host().equals("::") ? "localhost" : store.host();
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request = HttpRequest.newBuilder(new URI("http", null, host, store.port(), "/ready", null, null))
                    .timeout(PATIENCE)
                    .build();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 ? READY : "answers " + status + " to /ready: its log says why";
        } catch (IOException | URISyntaxException e) {
            return "does not answer to /ready: its log may say why";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "was not asked";
        }
    }

    private static long free(Path folder) {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there.toFile().getUsableSpace();
    }

    private static long mebibytes(long bytes) {
        return bytes / MEBIBYTE;
    }
}

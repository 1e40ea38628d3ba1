package ai.jiga.store.app;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/// Prints what this configuration is made of, part by part: the engine, and whether it is there.
final class Doctor {
    private static final long MEBIBYTE = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Doctor() {}

    /// @return 0 when nothing is wrong
    static int examine(Path data, Map<String, String> environment, PrintStream out) {
        Settings settings = Settings.read(environment);
        boolean exists = Files.exists(data.resolve("store.db"));
        row(out, "java", System.getProperty("java.runtime.version"), "found");
        row(out, "data", data.toString(), exists ? mebibytes(size(data)) + " MiB" : "new: made at the first start");
        row(out, "disk", "", mebibytes(free(data)) + " MiB free");
        row(out, "documents", "SQLite (WAL, synchronous=FULL)", exists ? "found" : "new");
        row(out, "search", "Lucene", Files.isDirectory(data.resolve(DataFiles.SEARCH)) ? "found" : "new");
        row(out, "events, tasks", "within the process, out of the documents", "built in");
        row(out, "cache, limits", "Caffeine", "built in");
        row(
                out,
                "identity",
                "own accounts, ES256",
                Files.exists(data.resolve(DataFiles.SIGNING_KEYS)) ? "keys found" : "new");
        row(out, "payments", environment.getOrDefault("JIGA_PAYMENTS", "none"), "built in");
        row(out, "models", "builtin", "built in");
        row(out, "operator", environment.containsKey("JIGA_ADMIN_EMAIL") ? "named" : "nobody (JIGA_ADMIN_EMAIL)", "");
        row(out, "server", settings.publicUrl(), ready(settings.publicUrl()));
        settings.problems().forEach(problem -> out.println("WRONG: " + problem));
        return settings.problems().isEmpty() ? 0 : StoreMain.CONFIGURATION;
    }

    private static void row(PrintStream out, String part, String engine, String state) {
        out.printf("%-14s %-48s %s%n", part, engine, state);
    }

    private static String ready(String url) {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request = HttpRequest.newBuilder(URI.create(url + "/ready"))
                    .timeout(PATIENCE)
                    .build();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 ? "running and ready" : "answers " + status + " to /ready";
        } catch (IOException | IllegalArgumentException e) {
            return "not running";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "not asked";
        }
    }

    private static long size(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder " + folder + " cannot be read", e);
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

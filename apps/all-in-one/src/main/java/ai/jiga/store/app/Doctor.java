package ai.jiga.store.app;

import ai.jiga.store.app.settings.Settings;
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

/// Prints what this configuration is made of, part by part: the engine, the setting that chose it, and whether it is
/// there. Secrets are not among it.
final class Doctor {
    private static final long MEBIBYTE = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Doctor() {}

    /// @return 0 when nothing is wrong
    static int examine(Path data, Map<String, String> environment, PrintStream out) {
        Settings settings = Settings.read(environment);
        out.printf("%-14s %-44s %-26s %s%n", "part", "engine", "chosen by", "state");
        row(out, "java", System.getProperty("java.runtime.version"), "JAVA_HOME, PATH", "found");
        row(out, "data", data.toString(), source(environment, "JIGA_DATA"), folder(data));
        EngineChecks.of(settings)
                .forEach(check -> row(out, check.part(), check.engine(), check.source(), check.state()));
        row(
                out,
                "payments",
                environment.getOrDefault("JIGA_PAYMENTS", "none"),
                source(environment, "JIGA_PAYMENTS"),
                "built in");
        row(out, "models", "builtin", "default", "built in");
        boolean named = environment.containsKey("JIGA_ADMIN_EMAIL");
        row(out, "operator", named ? "named" : "nobody", source(environment, "JIGA_ADMIN_EMAIL"), "");
        row(out, "server", settings.publicUrl(), source(environment, "JIGA_PUBLIC_URL"), ready(settings.publicUrl()));
        settings.problems().forEach(problem -> out.println("WRONG: " + problem));
        return settings.problems().isEmpty() ? 0 : StoreMain.CONFIGURATION;
    }

    private static void row(PrintStream out, String part, String engine, String source, String state) {
        out.printf("%-14s %-44s %-26s %s%n", part, engine, source, state);
    }

    private static String source(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "").isBlank() ? "default" : name;
    }

    private static String folder(Path data) {
        String free = mebibytes(free(data)) + " MiB free";
        return Files.exists(data) ? mebibytes(size(data)) + " MiB, " + free : "new, " + free;
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

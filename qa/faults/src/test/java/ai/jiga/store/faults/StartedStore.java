package ai.jiga.store.faults;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The store as `./jiga up` runs it: a process of its own on a free port, with a data folder.
final class StartedStore implements AutoCloseable {
    static final String OPERATOR = "operator@faults.example";
    static final String PASSWORD = "a long enough passphrase";

    private static final String JAR = "quarkus-run.jar";
    private static final Path BUILT = Path.of(System.getProperty(
            "jiga.faults.app",
            Path.of("..", "..", "apps", "all-in-one", "target", "quarkus-app").toString()));
    private static final Pattern READY = Pattern.compile("JIGA Store is ready: (\\S+) .*");
    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(10);

    private final Process process;
    private final URI url;

    private StartedStore(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /// The program, copied to a folder of the test's, so that a build beside it does not take it away.
    static Path programIn(Path folder) throws IOException {
        if (!Files.exists(BUILT.resolve(JAR))) {
            throw new IllegalStateException("There is no store to kill in "
                    + BUILT.toAbsolutePath().normalize() + ": build it with ./mvnw -pl apps/all-in-one -am package.");
        }
        try (Stream<Path> files = Files.walk(BUILT)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(BUILT.relativize(file).toString()), REPLACE_EXISTING);
            }
        }
        return folder.resolve(JAR);
    }

    /// Comes back when the store says that it is ready.
    static StartedStore of(Path program, Path data) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                Engines.ofThisRun() == Engines.CLOUD ? "-Xmx1g" : "-Xmx512m",
                "-jar",
                program.toString()));
        File log = data.resolveSibling(data.getFileName() + ".log").toFile();
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().keySet().removeIf(name -> name.startsWith("JIGA_") || name.startsWith("QUARKUS_"));
        builder.environment().putAll(Engines.ofThisRun().environment());
        builder.environment().put("JIGA_DATA", data.toString());
        builder.environment().put("JIGA_PORT", "0");
        builder.environment().put("JIGA_PAYMENTS", "sandbox");
        builder.environment().put("JIGA_RATE_LIMIT_USER", "0");
        builder.environment().put("JIGA_RATE_LIMIT_ANONYMOUS", "0");
        builder.environment().put("JIGA_ADMIN_EMAIL", OPERATOR);
        builder.environment().put("JIGA_ADMIN_PASSWORD", PASSWORD);
        Process process = builder.start();
        try {
            return new StartedStore(process, readyAt(process).get(READY_WITHIN.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly().waitFor();
            throw new IllegalStateException("the store did not become ready; it said:\n" + endOf(log.toPath()), e);
        }
    }

    private static CompletableFuture<URI> readyAt(Process process) {
        var ready = new CompletableFuture<URI>();
        Thread.ofVirtual().start(() -> {
            try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
                @Nullable String line = said.readLine();
                while (line != null) {
                    Matcher match = READY.matcher(line);
                    if (match.matches()) {
                        ready.complete(URI.create(match.group(1)));
                    }
                    line = said.readLine();
                }
                ready.completeExceptionally(new IOException("it ended"));
            } catch (IOException e) {
                ready.completeExceptionally(e);
            }
        });
        return ready;
    }

    private static String endOf(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }

    URI url() {
        return url;
    }

    /// SIGKILL: no shutdown hook runs, nothing is flushed.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// SIGTERM, as an operator stops it.
    ///
    /// @return whether it ended in time
    boolean stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

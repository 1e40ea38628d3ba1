package ai.jiga.store.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The packaged store as a process of its own.
final class StoreProcess implements AutoCloseable {
    static final String OPERATOR = "operator@e2e.example";
    static final String PASSWORD = "a passphrase for operators";

    private static final Path JAR =
            packaged("jiga.e2e.app", "../../apps/all-in-one/target/quarkus-app/quarkus-run.jar");
    private static final Pattern READY = Pattern.compile("JIGA Store is ready: (\\S+) \\(data: .+\\)");
    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(120);

    /// What of the environment of the tests would choose engines for the store.
    private static final List<String> FOREIGN =
            List.of("JIGA_", "QUARKUS_", "FIREBASE_", "FIRESTORE_", "PUBSUB_", "REDIS_", "ALGOLIA_", "GOOGLE_");

    private final Process process;
    private final Path data;
    private final URI url;

    private StoreProcess(Process process, Path data, URI url) {
        this.process = process;
        this.data = data;
        this.url = url;
    }

    /// Comes back when the store says that it is ready, on a free port.
    static StoreProcess start(Path data) throws IOException, InterruptedException {
        return start(data, Map.of());
    }

    /// @param environment on top of what every store here has
    static StoreProcess start(Path data, Map<String, String> environment) throws IOException, InterruptedException {
        Path log = log(data);
        Process process = command(data, environment, List.of())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            return new StoreProcess(process, data, readyAt(process).get(READY_WITHIN.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly().waitFor();
            throw new IllegalStateException("the store did not become ready; it said:\n" + Files.readString(log), e);
        }
    }

    /// Where a store with this data folder logs to.
    static Path log(Path data) {
        return beside(data, ".log");
    }

    /// What a store leaves beside its data goes with the folder that the test is given, which the data must be in.
    private static Path beside(Path data, String suffix) {
        if (Path.of(System.getProperty("java.io.tmpdir"))
                .equals(data.toAbsolutePath().getParent())) {
            throw new IllegalArgumentException("the data folder is one in the test's folder: room.resolve(\"data\")");
        }
        return data.resolveSibling(data.getFileName() + suffix);
    }

    /// What became of a process that ends by itself.
    ///
    /// @param said all of it, on both streams
    record Ended(int exitCode, String said) {}

    /// A word of the command line, or, without words, a start that is to fail.
    static Ended run(Path data, Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        return run(command(data, environment, List.of(words)));
    }

    /// The demo, told where the store is and who the operator is.
    Ended demo() throws IOException, InterruptedException {
        Path demo = packaged("jiga.e2e.demo", "../../apps/demo/target/jiga-demo.jar");
        var builder =
                new ProcessBuilder(java(), "-Xmx128m", "-jar", demo.toString(), "--fast", "--url", url.toString());
        builder.environment().put("JIGA_ADMIN_EMAIL", OPERATOR);
        builder.environment().put("JIGA_ADMIN_PASSWORD", PASSWORD);
        return run(builder);
    }

    static Ended run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            String said = String.join("\n", reader.lines().toList());
            if (!process.waitFor(ENDED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("did not end: " + said);
            }
            return new Ended(process.exitValue(), said);
        } finally {
            process.destroyForcibly();
        }
    }

    private static ProcessBuilder command(Path data, Map<String, String> environment, List<String> words)
            throws IOException {
        Path temporary = Files.isDirectory(data.resolveSibling(""))
                ? Files.createDirectories(beside(data, ".tmp"))
                : Path.of(System.getProperty("java.io.tmpdir"));
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xmx" + (environment.containsKey("JIGA_DOCUMENTS") ? "1g" : "512m"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                JAR.toString()));
        command.addAll(words);
        var builder = new ProcessBuilder(command);
        Map<String, String> env = builder.environment();
        env.keySet().removeIf(name -> FOREIGN.stream().anyMatch(name::startsWith));
        env.put("JIGA_DATA", data.toString());
        env.put("JIGA_PORT", "0");
        env.put("JIGA_PAYMENTS", "sandbox");
        env.put("JIGA_RATE_LIMIT_USER", "0");
        env.put("JIGA_RATE_LIMIT_ANONYMOUS", "0");
        env.put("JIGA_ADMIN_EMAIL", OPERATOR);
        env.put("JIGA_ADMIN_PASSWORD", PASSWORD);
        env.putAll(environment);
        return builder;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path packaged(String property, String place) {
        Path jar = Path.of(System.getProperty(property, place));
        if (!Files.exists(jar)) {
            throw new IllegalStateException("Nothing is packaged at "
                    + jar.toAbsolutePath().normalize() + ". Run the tests by ./jiga test --only qa/e2e.");
        }
        return jar;
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

    static Path jar() {
        return JAR.toAbsolutePath();
    }

    long pid() {
        return process.pid();
    }

    URI url() {
        return url;
    }

    Path data() {
        return data;
    }

    /// SIGTERM, as an operator stops it.
    ///
    /// @return its exit code
    /// @throws AssertionError when it has not ended in time
    int stop(Duration within) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the store has not stopped within " + within);
        }
        return process.exitValue();
    }

    /// SIGKILL: it has no time for anything.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

package ai.jiga.store.faults;

import java.io.BufferedReader;
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
import org.jspecify.annotations.Nullable;

/// The store as `./jiga up` runs it: a process of its own on a free port, with a data folder.
final class StartedStore implements AutoCloseable {
    static final String OPERATOR = "operator@faults.example";
    static final String PASSWORD = "a long enough passphrase";

    private static final Pattern READY = Pattern.compile("JIGA Store is ready: (\\S+) .*");
    private static final Duration READY_WITHIN = Duration.ofSeconds(120);

    private final Process process;
    private final URI url;

    private StartedStore(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /// Comes back when the store says that it is ready.
    static StartedStore of(Program program, Path data, Engines engines) throws IOException, InterruptedException {
        return of(program.command(engines == Engines.CLOUD ? "1g" : "512m"), data, engines);
    }

    static StartedStore of(List<String> command, Path data, Engines engines) throws IOException, InterruptedException {
        var own = new ArrayList<>(command);
        // What a killed process leaves goes with the folder that the test is given.
        own.add(1, "-Djava.io.tmpdir=" + Files.createDirectories(data.resolveSibling(data.getFileName() + ".tmp")));
        var builder = new ProcessBuilder(own)
                .redirectError(ProcessBuilder.Redirect.appendTo(log(data).toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("JIGA_") || name.startsWith("QUARKUS_"));
        builder.environment().putAll(engines.environment());
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
            throw new IllegalStateException("the store did not become ready; it said:\n" + lastWords(data), e);
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

    private static Path log(Path data) {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    /// The end of what stores with this data folder have logged.
    static String lastWords(Path data) throws IOException {
        List<String> lines = Files.readAllLines(log(data));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
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
    boolean stop(Duration within) throws InterruptedException {
        process.destroy();
        return process.waitFor(within.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

package ai.jiga.store.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
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

/// The packaged store as a process of its own, with the flags that `./jiga up` gives it, on a free port and
/// without rate limits.
final class StartedStore implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("JIGA Store is ready: (\\S+) \\(data: .+\\)");
    private static final Duration READY_WITHIN = Duration.ofSeconds(45);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(15);

    private final Process process;
    private final URI url;
    private final Duration startup;

    private StartedStore(Process process, URI url, Duration startup) {
        this.process = process;
        this.url = url;
        this.startup = startup;
    }

    /// Where the packaged app is, which `./jiga bench` tells.
    ///
    /// @throws IllegalStateException for whoever runs the program otherwise
    static Path app(String benchmark) {
        String app = System.getProperty("jiga.app", "");
        if (app.isEmpty()) {
            throw new IllegalStateException("This benchmark starts the packaged store: ./jiga bench " + benchmark);
        }
        return Path.of(app);
    }

    /// Comes back when the store says that it is ready.
    ///
    /// @param app the folder of the packaged app
    /// @param data what it keeps; made when it is not there
    static StartedStore start(Path app, Path data) throws IOException, InterruptedException {
        return start(app, data, Map.of());
    }

    /// @param settings on top of those that every store here has
    static StartedStore start(Path app, Path data, Map<String, String> settings)
            throws IOException, InterruptedException {
        Path log = data.resolveSibling(data.getFileName() + ".log");
        var builder = new ProcessBuilder(command(app)).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("JIGA_") || name.startsWith("QUARKUS_"));
        environment.put("JIGA_DATA", data.toString());
        environment.put("JIGA_PORT", "0");
        environment.put("JIGA_PAYMENTS", "sandbox");
        environment.put("JIGA_RATE_LIMIT_USER", "0");
        environment.put("JIGA_RATE_LIMIT_ANONYMOUS", "0");
        environment.putAll(settings);
        long start = System.nanoTime();
        Process process = builder.start();
        try {
            URI url = readyAt(process).get(READY_WITHIN.toSeconds(), TimeUnit.SECONDS);
            return new StartedStore(process, url, Duration.ofNanos(System.nanoTime() - start));
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly().waitFor();
            throw new IllegalStateException("The store did not become ready. It said:\n" + Files.readString(log), e);
        }
    }

    /// This process was started with the store's flags, but for memory and folders.
    private static List<String> command(Path app) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (!flag.startsWith("-D") && !flag.startsWith("-Xmx")) {
                command.add(flag);
            }
        }
        command.add("-Xmx512m");
        Path cache = app.resolve("startup.aot");
        if (Files.exists(cache)) {
            command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
        }
        command.addAll(List.of("-jar", app.resolve("quarkus-run.jar").toString()));
        return command;
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

    URI url() {
        return url;
    }

    /// From the start of the process to the line that says that it is ready.
    Duration startup() {
        return startup;
    }

    /// What the process has in memory, in MiB; NaN where the system does not tell.
    double resident() throws IOException, InterruptedException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
        try (BufferedReader reader = ps.inputReader(StandardCharsets.UTF_8)) {
            @Nullable String kibibytes = reader.readLine();
            return ps.waitFor() == 0 && kibibytes != null ? Long.parseLong(kibibytes.strip()) / 1024.0 : Double.NaN;
        }
    }

    /// What the process has taken of the processors so far.
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// SIGKILL: it has no time for anything.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// As an operator stops it.
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}

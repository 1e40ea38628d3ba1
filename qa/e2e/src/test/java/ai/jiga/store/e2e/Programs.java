package ai.jiga.store.e2e;

import ai.jiga.store.emulators.MissingToolException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Programs of others, that read what the store says by rules of their own.
final class Programs {
    private static final int SHOWN = 12_000;

    private Programs() {}

    /// @param exitCode 0 when it found nothing
    /// @param said the end of it
    record Verdict(int exitCode, String said) {}

    /// Makes sure that a folder holds what `wanted` describes; only one process at a time does that, and one
    /// thread of it: a lock of a file keeps other processes out, and throws at another thread.
    ///
    /// @param wanted such as the text of a lock file
    static synchronized void installOnce(Path folder, String wanted, Runnable installation) {
        try {
            Files.createDirectories(folder);
            Path done = folder.resolve("installed");
            try (var file = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = file.lock()) {
                if (!held.isValid()
                        || !Files.exists(done)
                        || !Files.readString(done).equals(wanted)) {
                    Files.deleteIfExists(done);
                    installation.run();
                    Files.writeString(done, wanted);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("nothing can be installed in " + folder, e);
        }
    }

    /// @param folder in which it runs
    /// @param environment on top of ours
    static Verdict run(Path folder, Duration within, Map<String, String> environment, List<String> command) {
        try {
            Path said = Files.createTempFile(folder, "said-", ".log");
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            try {
                boolean ended = process.waitFor(within.toSeconds(), TimeUnit.SECONDS);
                String all = Files.readString(said);
                String end = all.substring(Math.max(0, all.length() - SHOWN));
                return ended
                        ? new Verdict(process.exitValue(), end)
                        : new Verdict(-1, "not in time: " + command + "\n" + end);
            } finally {
                process.destroyForcibly();
                Files.deleteIfExists(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while it ran: " + command, e);
        }
    }

    /// @param otherwise what to do when it is not there
    /// @throws MissingToolException when it is not on the PATH
    static String onThePath(String name, String otherwise) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .filter(place -> !place.isBlank())
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new MissingToolException(
                        "This test needs " + name + ", which is not on the PATH. " + otherwise));
    }
}

package ai.jiga.store.faults;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The packaged store, copied so that a build beside the tests does not take it away, with a start-up cache (JEP 514):
/// it is started over and over.
///
/// @param jar what is run
/// @param cache where the start-up cache is, if it could be made
record Program(Path jar, Path cache) {
    private static final Path BUILT = Path.of(System.getProperty(
            "jiga.faults.app",
            Path.of("..", "..", "apps", "all-in-one", "target", "quarkus-app").toString()));
    private static final Path COPY = Path.of("target", "program");
    private static final String JAR = "quarkus-run.jar";
    private static final Duration WRITTEN_WITHIN = Duration.ofMinutes(3);

    private static final class Holder {
        static final Program PROGRAM = make();
    }

    /// One for all tests of this run.
    static Program packaged() {
        return Holder.PROGRAM;
    }

    private static Program make() {
        if (!Files.exists(BUILT.resolve(JAR))) {
            throw new IllegalStateException("There is no store to kill in "
                    + BUILT.toAbsolutePath().normalize() + ": build it with ./mvnw -pl apps/all-in-one -am package.");
        }
        try {
            copy(BUILT, COPY);
            var program = new Program(COPY.resolve(JAR), COPY.resolve("startup.aot"));
            Files.deleteIfExists(program.cache);
            Path trial = Files.createTempDirectory(COPY.toAbsolutePath().getParent(), "trial");
            try {
                program.makeCache(trial);
            } finally {
                delete(trial);
            }
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, REPLACE_EXISTING);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /// By one start and an end in good order, at which the JVM writes it.
    private void makeCache(Path room) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(command("512m"));
        command.add(1, "-XX:AOTCacheOutput=" + cache);
        try (StartedStore trial = StartedStore.of(command, room.resolve("data"), Engines.EMBEDDED)) {
            if (!trial.stop(WRITTEN_WITHIN)) {
                System.out.println("no start-up cache was made within " + WRITTEN_WITHIN);
            }
        }
    }

    /// The command line that starts it.
    ///
    /// @param heap its most, such as `512m`
    List<String> command(String heap) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Files.exists(cache)) {
            command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
        }
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + heap,
                "-jar",
                jar.toString()));
        return command;
    }
}

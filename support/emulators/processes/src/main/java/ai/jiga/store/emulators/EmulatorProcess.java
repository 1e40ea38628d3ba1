package ai.jiga.store.emulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// A vendor's program on a free port of the loopback interface, with a folder for all that it writes. Both
/// end with this process.
final class EmulatorProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 20;
    private static final String OUTPUT = "output.log";
    private static final int SHOWN = 2_000;

    private final Process process;
    private final int port;
    private final Path room;
    private final Thread hook;

    private EmulatorProcess(Process process, int port, Path room) {
        this.process = process;
        this.port = port;
        this.room = room;
        this.hook = new Thread(this::end, "emulator-end");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// A program of the Cloud SDK, run by the JVM of this process.
    ///
    /// @param says what it writes once it listens: that somebody listens on its port may be another's doing
    /// @param program what follows `java`, for the port it is to listen on
    /// @throws IllegalStateException when it ends, or does not listen within a minute
    static EmulatorProcess start(String name, int wanted, String says, IntFunction<List<String>> program) {
        return launch(name, wanted, PATIENCE, (_, room) -> output(room).contains(says), (port, room) -> {
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("-Djava.io.tmpdir=" + room);
            command.addAll(program.apply(port));
            return new ProcessBuilder(command);
        });
    }

    /// How a program is started.
    interface Program {
        ProcessBuilder on(int port, Path room) throws IOException;
    }

    /// Whether a program is up.
    interface Ready {
        boolean is(int port, Path room);
    }

    static String output(Path room) {
        try {
            return Files.readString(room.resolve(OUTPUT), StandardCharsets.UTF_8);
        } catch (IOException notYet) {
            return "";
        }
    }

    /// @param ready for the port it is to listen on, and its folder
    /// @param program for that port, and a folder that is its own
    /// @throws IllegalStateException when it ends, or is not ready in time
    static EmulatorProcess launch(String name, int wanted, Duration within, Ready ready, Program program) {
        int port = wanted == 0 ? FreePort.find() : wanted;
        try {
            Path room = Files.createTempDirectory("jiga-" + name);
            Process process = program.on(port, room)
                    .redirectErrorStream(true)
                    .redirectOutput(room.resolve(OUTPUT).toFile())
                    .start();
            var started = new EmulatorProcess(process, port, room);
            started.await(name, within, ready);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("the " + name + " emulator cannot be started", e);
        }
    }

    String host() {
        return "127.0.0.1:" + port;
    }

    private void await(String name, Duration within, Ready ready) {
        long deadline = System.nanoTime() + within.toNanos();
        while (!ready.is(port, room)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                String said = output(room);
                close();
                throw new IllegalStateException("the " + name + " emulator did not start: "
                        + said.substring(Math.max(0, said.length() - SHOWN)));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                close();
                throw new IllegalStateException("interrupted while the " + name + " emulator started", e);
            }
        }
    }

    /// Kills it: emulators keep nothing that is worth a goodbye.
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending already, and with it the hook.
        }
    }

    private void end() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(room)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // Left for whoever empties the folder of temporary files.
        }
    }
}

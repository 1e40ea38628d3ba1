package ai.jiga.store.emulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/// A vendor's program on a free port of the loopback interface. It ends with this process.
final class EmulatorProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 20;
    private static final int SHOWN = 2_000;
    private static final int CONNECT_MILLIS = 500;

    private final Process process;
    private final int port;
    private final Path output;
    private final Thread hook;

    private EmulatorProcess(Process process, int port, Path output) {
        this.process = process;
        this.port = port;
        this.output = output;
        this.hook = new Thread(process::destroyForcibly, "emulator-end");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// A program of the Cloud SDK, run by the JVM of this process.
    ///
    /// @param program what follows `java`, for the port it is to listen on
    /// @throws IllegalStateException when it ends, or does not listen within a minute
    static EmulatorProcess start(String name, int wanted, IntFunction<List<String>> program) {
        return launch(name, wanted, PATIENCE, EmulatorProcess::listens, port -> {
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(program.apply(port));
            return new ProcessBuilder(command);
        });
    }

    /// @param ready whether it is up, for the port it is to listen on
    /// @param program for that port
    /// @throws IllegalStateException when it ends, or is not ready in time
    static EmulatorProcess launch(
            String name, int wanted, Duration within, IntPredicate ready, IntFunction<ProcessBuilder> program) {
        int port = wanted == 0 ? freePort() : wanted;
        try {
            Path output = Files.createTempFile("jiga-" + name, ".log");
            Process process = program.apply(port)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            var started = new EmulatorProcess(process, port, output);
            started.await(name, within, ready);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("the " + name + " emulator cannot be started", e);
        }
    }

    String host() {
        return "127.0.0.1:" + port;
    }

    private void await(String name, Duration within, IntPredicate ready) throws IOException {
        long deadline = System.nanoTime() + within.toNanos();
        while (!ready.test(port)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                String said = Files.readString(output);
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

    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("this machine has no free port", e);
        }
    }

    /// Kills it: emulators keep nothing that is worth a goodbye.
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
            Files.deleteIfExists(output);
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | IllegalStateException e) {
            // A left-over log, or a JVM that is ending already: neither matters now.
        }
    }
}

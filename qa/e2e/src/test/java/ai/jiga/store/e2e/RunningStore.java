package ai.jiga.store.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a test class the one store that all of them share, as a [StoreProcess] or as an anonymous [Client] of it.
final class RunningStore implements ParameterResolver {
    private static final Namespace OURS = Namespace.create(RunningStore.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == StoreProcess.class || type == Client.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Shared shared = context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(Shared.class, key -> Shared.start(), Shared.class);
        StoreProcess process = Objects.requireNonNull(shared).process();
        return parameter.getParameter().getType() == StoreProcess.class ? process : new Client(process.url());
    }

    /// Closed by JUnit after the last test.
    record Shared(StoreProcess process, Path room) implements AutoCloseable {
        static Shared start() {
            try {
                Path room = Files.createTempDirectory("jiga-e2e-");
                return new Shared(
                        StoreProcess.start(
                                room.resolve("data"), Engines.ofThisRun().environment()),
                        room);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            process.close();
            try (Stream<Path> files = Files.walk(room)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}

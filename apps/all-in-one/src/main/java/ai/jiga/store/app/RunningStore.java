package ai.jiga.store.app;

import ai.jiga.store.app.settings.OwnerOnly;
import ai.jiga.store.app.settings.Settings;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a store that runs says of itself in its data folder, for the command line: which process it is, where
/// it listens, what it is made of. No secret is among it. A store that was killed leaves it behind, which is
/// found out by its process.
///
/// @param process its number
/// @param processStarted the system's word for it, because numbers come again
/// @param ready since when it takes requests
/// @param host where it listens
/// @param url where clients reach it
/// @param parts what it is made of
record RunningStore(
        long process, Instant processStarted, Instant ready, String host, int port, String url, List<Part> parts) {
    private static final String FILE = "running.json";
    /// Systems reckon a start from the time since they booted themselves, and move that as their clock is set.
    private static final Duration SAME_START = Duration.ofSeconds(5);

    private static final ObjectMapper JSON = new ObjectMapper()
            .findAndRegisterModules()
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    RunningStore {
        parts = List.copyOf(parts);
    }

    /// This process.
    static RunningStore here(Settings settings, Map<String, String> environment, Instant now) {
        ProcessHandle own = ProcessHandle.current();
        return new RunningStore(
                own.pid(),
                started(own),
                now,
                settings.listen().host(),
                settings.listen().port(),
                settings.publicUrl(),
                Parts.of(settings, environment));
    }

    private static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    /// What is written in a data folder, whether or not that store still runs; empty when nothing is, or
    /// nothing that can be read.
    static Optional<RunningStore> in(Path data) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(data.resolve(FILE)), RunningStore.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The store that has this data folder open now.
    static Optional<RunningStore> on(Path data) {
        return in(data).filter(RunningStore::isAlive);
    }

    boolean isAlive() {
        return ProcessHandle.of(process)
                .filter(found ->
                        Duration.between(started(found), processStarted).abs().compareTo(SAME_START) < 0)
                .isPresent();
    }

    void write(Path data) {
        Path fresh = data.resolve(FILE + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, OwnerOnly.file(fresh));
            Files.write(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
            Files.move(fresh, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder " + data + " cannot be written", e);
        }
    }

    static void deleteIn(Path data) {
        try {
            Files.deleteIfExists(data.resolve(FILE));
        } catch (IOException e) {
            // Left behind, it is known by its process to be of a store that runs no more.
        }
    }
}

package ai.jiga.store.app.migrate;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How far a migration has come, in a file that outlives it: for each collection the cursor behind what was copied, or
/// that it is done. Copying again what was copied changes nothing, so the file may lag behind, never run ahead.
final class Progress {
    private static final String DONE = "done";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<String, String> reached;

    private Progress(Path file, Map<String, String> reached) {
        this.file = file;
        this.reached = reached;
    }

    /// Of an interrupted migration, or of a new one.
    static Progress in(Path file) {
        try {
            return new Progress(
                    file,
                    Files.exists(file)
                            ? new TreeMap<>(
                                    JSON.readValue(Files.readString(file), new TypeReference<Map<String, String>>() {}))
                            : new TreeMap<>());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The progress of an earlier migration in " + file + " cannot be read. Delete it to begin anew.", e);
        }
    }

    boolean isNew() {
        return reached.isEmpty();
    }

    boolean isDone(String collection) {
        return DONE.equals(reached.get(collection));
    }

    Optional<String> cursor(String collection) {
        return Optional.ofNullable(reached.get(collection)).filter(cursor -> !cursor.equals(DONE));
    }

    void reached(String collection, String cursor) {
        note(collection, cursor);
    }

    void done(String collection) {
        note(collection, DONE);
    }

    private void note(String collection, String what) {
        reached.put(collection, what);
        try {
            Path beside = Files.writeString(
                    file.resolveSibling(file.getFileName() + ".new"), JSON.writeValueAsString(reached));
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the progress cannot be written to " + file, e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the progress in " + file + " cannot be deleted; delete it yourself", e);
        }
    }
}

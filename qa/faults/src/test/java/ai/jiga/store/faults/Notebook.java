package ai.jiga.store.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one client asked for and what was acknowledged, a line each in a file of its own, forced to the disk before
/// the client goes on. What is asked and has no answer is in doubt: it happened once or not at all.
final class Notebook implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private long last;

    Notebook(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /// @param answer null while it is in doubt
    record Note(
            long number,
            Operation operation,
            String key,
            JsonNode asked,
            @Nullable JsonNode answer) {
        boolean isInDoubt() {
            return answer == null;
        }

        JsonNode acknowledged() {
            return java.util.Objects.requireNonNull(answer);
        }
    }

    enum Operation {
        PURCHASE,
        PAY,
        TRANSFER,
        HIRE,
        SAY,
        END,
        CREATE,
        PUBLISH,
        UNPUBLISH
    }

    /// @return the number to note the answer under
    long ask(Operation operation, String key, JsonNode asked) {
        long number = ++last;
        ObjectNode line = Api.JSON.createObjectNode();
        line.put("number", number).put("operation", operation.name()).put("key", key);
        line.set("asked", asked);
        write(line);
        return number;
    }

    void acknowledge(long number, JsonNode answer) {
        ObjectNode line = Api.JSON.createObjectNode();
        line.put("number", number);
        line.set("answer", answer);
        write(line);
    }

    private void write(ObjectNode line) {
        try {
            channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("a client cannot write its own notes", e);
        }
    }

    /// As they lie on the disk, in the order they were asked.
    List<Note> notes() throws IOException {
        Map<Long, Note> notes = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode read = Api.JSON.readTree(line);
            long number = read.path("number").asLong();
            if (read.has("operation")) {
                var operation = Operation.valueOf(read.path("operation").asText());
                notes.put(number, new Note(number, operation, read.path("key").asText(), read.path("asked"), null));
            } else {
                notes.computeIfPresent(
                        number,
                        (_, note) -> new Note(number, note.operation(), note.key(), note.asked(), read.path("answer")));
            }
        }
        return new ArrayList<>(notes.values());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

package ai.jiga.store.models.builtin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A dialogue file of `src/test/resources/dialogues`, and what it says the agent does.
record Golden(Path file, String text) {

    private static final Path FOLDER = Path.of("src", "test", "resources", "dialogues");

    static List<Golden> all() {
        try (var files = Files.list(FOLDER)) {
            List<Golden> all = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                all.add(new Golden(file, Files.readString(file)));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("The dialogues cannot be read", e);
        }
    }

    Dialogue dialogue() {
        return new Dialogue(text);
    }

    /// Where an answer differs: the stimulus, what the file says (`-`) and what the agent did (`+`).
    String differences(String played) {
        List<List<String>> expected = turns(text);
        List<List<String>> actual = turns(played);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            List<String> then = i < expected.size() ? expected.get(i) : List.of("(nothing)");
            List<String> now = i < actual.size() ? actual.get(i) : List.of("(nothing)");
            if (!then.equals(now)) {
                out.append("\n  ").append(then.getFirst());
                then.stream()
                        .skip(1)
                        .filter(line -> !now.contains(line))
                        .forEach(line -> out.append("\n- ").append(line));
                now.stream()
                        .skip(1)
                        .filter(line -> !then.contains(line))
                        .forEach(line -> out.append("\n+ ").append(line));
            }
        }
        return out.toString();
    }

    /// Each line that is put in, with what the agent did about it.
    private static List<List<String>> turns(String text) {
        List<List<String>> turns = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (!line.startsWith("<") || turns.isEmpty()) {
                turns.add(new ArrayList<>());
            }
            turns.getLast().add(line);
        }
        return turns;
    }

    @Override
    public String toString() {
        return String.valueOf(file.getFileName());
    }
}

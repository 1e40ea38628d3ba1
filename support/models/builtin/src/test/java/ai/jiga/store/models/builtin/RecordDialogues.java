package ai.jiga.store.models.builtin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/// Writes the coach's present answers into the dialogue files. Whoever runs it reads every line of the difference:
/// the files are what a good coach says, not what this one happens to say.
final class RecordDialogues {

    private RecordDialogues() {}

    public static void main(String[] folder) throws Exception {
        try (var files = Files.list(Path.of(folder[0]))) {
            for (Path file : files.sorted().toList()) {
                Files.writeString(file, new Dialogue(Files.readString(file)).played(UnaryOperator.identity()));
            }
        }
    }
}

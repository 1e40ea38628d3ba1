package ai.jiga.store.documents.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The key file of a data folder. The database remembers that there is one, so that a lost file stops the
/// start: a new key would leave every encrypted field unreadable, and seal new ones as if nothing had
/// happened.
final class KeyFile {
    static final String FILE = "fields.key";

    private final Path file;

    private KeyFile(Path file) {
        this.file = file;
    }

    static KeyFile in(Path folder) {
        return new KeyFile(folder.resolve(FILE));
    }

    TinkFieldCipher cipher(Session session) {
        boolean used = !session.list(
                        "SELECT value FROM _facts WHERE name = 'key file'", List.of(), row -> row.getString(1))
                .isEmpty();
        if (used && !Files.exists(file)) {
            throw new IllegalStateException("The key file " + file
                    + " is gone. Encrypted fields cannot be read without it: put it back, or restore a backup.");
        }
        TinkFieldCipher cipher = TinkFieldCipher.open(file);
        if (!used) {
            session.run("INSERT INTO _facts(name, value) VALUES ('key file', ?)", FILE);
        }
        return cipher;
    }
}

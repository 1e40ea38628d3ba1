package ai.jiga.store.documents.sqlite;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file is no backup, or a damaged one. Nothing was changed. The message is written for the person who
/// has the file.
public final class UnusableBackupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableBackupException(Path file, String why, @Nullable Throwable cause) {
        super("The file " + file + " cannot be restored: " + why + ". Nothing was changed.", cause);
    }
}

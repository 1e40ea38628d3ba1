package ai.jiga.store.documents.sqlite;

import java.nio.file.Path;

/// Another process has the data folder open. The message is written for the person who started the second
/// one.
public final class FolderInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FolderInUseException(Path folder, String holder) {
        super("The data folder " + folder + " is in use by another JIGA Store" + holder
                + ". Stop that one first, or give this one a folder of its own.");
    }
}

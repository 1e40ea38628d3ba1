package ai.jiga.store.documents.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Exchanges a folder's files for restored ones in steps that can be done again, so that a crash between
/// two of them leaves neither a mixture nor an empty folder that would be taken for a new one.
///
/// The folder `restoring` holds the verified files and folders; that it is there says that the exchange is due. What it
/// still holds has not been exchanged; the database goes last.
final class Restoration {
    private static final String DUE = "restoring";

    private Restoration() {}

    /// @param verified a folder with the files, on the same file system
    static void begin(Path verified, Path folder) throws IOException {
        DataFolder.syncFolder(verified);
        DataFolder.move(verified, folder.resolve(DUE));
    }

    static boolean isDue(Path folder) {
        return Files.isDirectory(folder.resolve(DUE));
    }

    /// Under the folder's lock. Does nothing when nothing is due.
    static void finish(Path folder) {
        if (!isDue(folder)) {
            return;
        }
        Path due = folder.resolve(DUE);
        try {
            Path database = due.resolve(Database.FILE);
            if (Files.exists(database)) {
                Path aside = aside(folder);
                for (String name : new String[] {Database.FILE, Database.FILE + "-wal", Database.FILE + "-shm"}) {
                    moveIfThere(folder.resolve(name), aside.resolve(name));
                }
                for (Path file : besides(due)) {
                    moveIfThere(folder.resolve(file.getFileName()), aside.resolve(file.getFileName()));
                    DataFolder.move(file, folder.resolve(file.getFileName()));
                }
                DataFolder.syncFolder(aside);
                DataFolder.move(database, folder.resolve(Database.FILE));
                if (isEmpty(aside)) {
                    Files.delete(aside);
                }
            }
            DataFolder.delete(due);
            DataFolder.syncFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The backup in " + due + " cannot be put in place", e);
        }
    }

    /// Keys, pictures, and whatever else was backed up with the database.
    private static List<Path> besides(Path due) throws IOException {
        try (var files = Files.list(due)) {
            return files.filter(file -> !file.endsWith(Database.FILE)).toList();
        }
    }

    private static Path aside(Path folder) throws IOException {
        return Files.createDirectory(replaced(folder, timesReplaced(folder) + 1));
    }

    /// How often a backup took the place of what was in that folder.
    static int timesReplaced(Path folder) {
        int number = 0;
        while (Files.exists(replaced(folder, number + 1))) {
            number++;
        }
        return number;
    }

    /// Where lies what was in that folder before the nth one.
    static Path replaced(Path folder, int number) {
        return folder.resolve("replaced-" + number);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void moveIfThere(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}

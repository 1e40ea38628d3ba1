package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.NewerFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// Backups of a data folder, each one file that is enough to start again on another machine.
///
/// **The key of encrypted fields is in the file.** Without it a restored store could not read payment
/// tokens and the like, and a key that must be kept apart is the one that is missing on the day. So whoever
/// has a backup can read everything: it is made readable by its owner alone (mode 0600), and must be kept
/// like a password. What the key does guard against is the database file or its disk getting into other
/// hands without the folder.
public final class SqliteBackups {
    private SqliteBackups() {}

    /// Copies the store in a folder as it is now into one file, whether or not it is open, in this process
    /// or in another: writers are not stopped. The file takes the place of an older one only once it is
    /// complete, checked and on the disk.
    ///
    /// @throws IllegalArgumentException when the folder holds no store
    public static Backup write(Path folder, Path file, InstantSource clock) {
        return write(folder, file, clock, Besides.NONE);
    }

    /// The same, with what else lies in the folder.
    public static Backup write(Path folder, Path file, InstantSource clock, Besides besides) {
        Path database = folder.resolve(Database.FILE);
        if (!isStore(folder)) {
            throw new IllegalArgumentException("The folder " + folder + " holds no store to back up.");
        }
        Path target = file.toAbsolutePath();
        Path room = target.getParent();
        if (room == null || !Files.isDirectory(room)) {
            throw new IllegalArgumentException("The backup " + file + " cannot be written: there is no folder " + room
                    + ". Make it, or name another file.");
        }
        return onPlatformThread(() -> {
            Path work = Files.createTempDirectory(room, ".jiga-backup-");
            try {
                Path copy = work.resolve(Database.FILE);
                try (Session session = Database.plain(database)) {
                    session.runOnce("PRAGMA busy_timeout = 5000");
                    session.run("VACUUM INTO ?", Database.uri(copy));
                }
                var parts = new ArrayList<>(List.of(copy));
                // After the database: keys and pictures are only ever added, so that each is there that the
                // database names.
                Stream.concat(Stream.of(KeyFile.FILE), besides.files().stream())
                        .map(folder::resolve)
                        .filter(Files::exists)
                        .forEach(parts::add);
                long documents = check(copy, new BackupFile(file));
                Path archive = work.resolve("backup");
                Backup backup = new BackupFile(archive)
                        .write(
                                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                                documents,
                                parts,
                                folder,
                                besides.trees());
                DataFolder.move(archive, target);
                return backup;
            } finally {
                DataFolder.delete(work);
            }
        });
    }

    /// What a backup says of itself, unverified.
    ///
    /// @throws UnusableBackupException when it is no backup
    /// @throws NewerFormatException when a newer program wrote it
    public static Backup describe(Path file) {
        try {
            return new BackupFile(file).describe();
        } catch (IOException e) {
            throw new UncheckedIOException("The backup " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// Whether a folder holds a store.
    public static boolean isStore(Path folder) {
        return Files.exists(folder.resolve(Database.FILE));
    }

    /// Finishes a restore that was interrupted, if one was, before anybody reads what it exchanges: opening
    /// the documents does the same, but not everything in the folder is read after that.
    ///
    /// @throws FolderInUseException while a store has the folder open
    public static void finishRestoring(Path folder) {
        if (Restoration.isDue(folder)) {
            try (FolderLock _ = FolderLock.take(folder)) {
                Restoration.finish(folder);
            }
        }
    }

    /// Reads a backup from end to end: checksums, format, and SQLite's own check of the database.
    ///
    /// @throws UnusableBackupException when it is damaged, cut short or something else
    /// @throws NewerFormatException when a newer program wrote it
    public static Backup verify(Path file) {
        return onPlatformThread(() -> {
            Path work = Files.createTempDirectory("jiga-verify-");
            try {
                return extract(file, work);
            } finally {
                DataFolder.delete(work);
            }
        });
    }

    /// Puts a backup in the place of what a folder holds. The file is verified first; what was there is
    /// moved to `replaced-1` (`-2`, ...) within the folder and never deleted. When the process dies in
    /// between, the next start or restore finishes it. A folder that the backup does not know of, as older
    /// ones know of no pictures, stays as it is.
    ///
    /// @param folder made when absent
    /// @throws UnusableBackupException when it is damaged, cut short or something else
    /// @throws NewerFormatException when a newer program wrote it
    /// @throws FolderInUseException while a store has the folder open
    public static Backup restore(Path file, Path folder) {
        DataFolder.create(folder);
        try (FolderLock _ = FolderLock.take(folder)) {
            return onPlatformThread(() -> {
                Restoration.finish(folder);
                Path work = Files.createTempDirectory(folder, ".jiga-restore-");
                try {
                    Backup backup = extract(file, work);
                    Restoration.begin(work, folder);
                    Restoration.finish(folder);
                    return backup;
                } finally {
                    DataFolder.delete(work);
                }
            });
        }
    }

    /// Where lies what was in that folder before the last restore; empty when nothing was.
    public static Optional<Path> replaced(Path folder) {
        return Optional.of(Restoration.timesReplaced(folder))
                .filter(times -> times > 0)
                .map(times -> Restoration.replaced(folder, times));
    }

    private static Backup extract(Path file, Path work) throws IOException {
        var archive = new BackupFile(file);
        Backup backup = archive.extract(work);
        if (check(work.resolve(Database.FILE), archive) != backup.documents()) {
            throw archive.unusable("it is damaged: documents are missing", null);
        }
        return backup;
    }

    /// @return how many documents there are
    private static long check(Path database, BackupFile archive) {
        try (Session session = Database.plain(database)) {
            String refusal = Database.refusal(session);
            if (refusal != null) {
                throw archive.unusable("it " + refusal, null);
            }
            List<String> found = session.list("PRAGMA integrity_check(1)", List.of(), row -> row.getString(1));
            if (!found.equals(List.of("ok"))) {
                throw archive.unusable("its database is damaged (" + String.join("; ", found) + ")", null);
            }
            long documents = 0;
            List<String> tables = session.list(
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '% by %' "
                            + "AND substr(name, 1, 1) <> '_' AND name NOT LIKE 'sqlite%'",
                    List.of(), row -> row.getString(1));
            for (String table : tables) {
                documents += session.number("SELECT count(*) FROM " + SqlText.name(table), List.of());
            }
            return documents;
        } catch (ai.jiga.store.documents.StorageException e) {
            throw archive.unusable("its database cannot be read", e);
        }
    }

    /// SQLite's calls are long here, and would hold a virtual thread's carrier.
    private static <R> R onPlatformThread(Callable<R> work) {
        var handoff = new Handoff<R>();
        Thread.ofPlatform().name("documents-sqlite-backup").start(() -> {
            try {
                handoff.complete(work.call());
            } catch (IOException e) {
                handoff.fail(new UncheckedIOException(
                        "A file of the backup cannot be read or written: " + e.getMessage(), e));
            } catch (Throwable e) {
                handoff.fail(e);
            }
        });
        return handoff.await();
    }
}

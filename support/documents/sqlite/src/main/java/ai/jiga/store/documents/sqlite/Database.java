package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.NewerFormatException;
import ai.jiga.store.documents.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The file `store.db`, what marks it as ours, and the settings that every connection is opened with and
/// asked for again: SQLite ignores a setting that it does not know or cannot apply, and a store that only
/// believes it syncs would lose what it acknowledged.
final class Database {
    static final String FILE = "store.db";
    /// `JIGA`, in the file's header.
    static final int APPLICATION_ID = 0x4A494741;
    /// Grows with every change of tables, or of documents, by which an older program would go wrong.
    static final int FORMAT = 3;

    private static final Map<String, String> SETTINGS = Map.of(
            "journal_mode", "wal",
            // FULL: the log is synced at each commit, not only before it is merged into the file.
            "synchronous", "2",
            // On macOS alone: fsync does not reach the platter there.
            "fullfsync", "1",
            "checkpoint_fullfsync", "1",
            // Pages in the log before a commit merges it: 160 MiB, which is for the day on which nobody else does.
            // See Checkpoints.
            "wal_autocheckpoint", "40000",
            // Bytes that the log keeps once it is merged, after a transaction that made it large.
            "journal_size_limit", "67108864",
            "busy_timeout", "5000",
            // In memory: files would be left in the temporary folder by a process that is killed.
            "temp_store", "2",
            "recursive_triggers", "0");
    /// KiB, when negative, taken as they are needed. New keys of an index fall anywhere in it, so the
    /// writer needs more than those who read.
    private static final String WRITING_CACHE = "-65536";

    private static final String READING_CACHE = "-8192";
    /// Bytes of the file, at most, that readers see as memory, which spares them a call and a copy for each
    /// page that is not in their cache: with it a large file is read as fast as a small one. Nothing ever
    /// makes the file shorter, so that no page is lost under them.
    private static final String MAPPED = "2147418112";

    /// What is reported beside the settings.
    private static final List<String> FACTS = List.of("cache_size", "page_size", "application_id", "user_version");

    private final Path file;

    Database(Path folder) {
        file = folder.resolve(FILE);
    }

    /// Opens the file, making it, readable by its owner alone, when it is absent.
    Session writer() {
        createPrivately(file);
        return open(false);
    }

    Session reader() {
        return open(true);
    }

    private Session open(boolean reading) {
        var properties = new Properties();
        SETTINGS.forEach(properties::setProperty);
        properties.setProperty("synchronous", "FULL");
        properties.setProperty("temp_store", "MEMORY");
        properties.setProperty("cache_size", reading ? READING_CACHE : WRITING_CACHE);
        properties.setProperty("mmap_size", reading ? MAPPED : "0");
        // Asking for generated keys costs a statement for each insert.
        properties.setProperty("jdbc.get_generated_keys", "false");
        var session = new Session(connect(file, properties));
        try {
            // The driver has no property for these.
            session.runOnce("PRAGMA fullfsync = ON");
            session.runOnce("PRAGMA checkpoint_fullfsync = ON");
            if (reading) {
                session.runOnce("PRAGMA query_only = ON");
            }
            check(session);
            return session;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /// As SQLite takes names from everybody: the bytes of the path, whatever letters they are, and whatever a
    /// `?` means to the driver.
    static String uri(Path file) {
        return file.toAbsolutePath().toUri().toString();
    }

    private static java.sql.Connection connect(Path file, Properties properties) {
        try {
            return DriverManager.getConnection("jdbc:sqlite:" + uri(file), properties);
        } catch (SQLException e) {
            throw new StorageException("The database " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /// A connection without any of the settings, for a file that is only looked at.
    static Session plain(Path file) {
        return new Session(connect(file, new Properties()));
    }

    private static void check(Session session) {
        SETTINGS.forEach((name, wanted) -> {
            String actual = session.pragma(name);
            if (!actual.equals(wanted)) {
                throw new IllegalStateException("SQLite runs with " + name + " = " + actual + " and not " + wanted
                        + ": the store does not start, as it could not keep its promises");
            }
        });
    }

    static Map<String, String> pragmas(Session session) {
        Map<String, String> pragmas = new LinkedHashMap<>();
        SETTINGS.keySet().stream().sorted().forEach(name -> pragmas.put(name, session.pragma(name)));
        FACTS.forEach(name -> pragmas.put(name, session.pragma(name)));
        return pragmas;
    }

    /// Marks a new file as ours, and refuses one that is not or that is newer than this program.
    ///
    /// @param where the file or folder, for messages
    static void claim(Session session, Path where) {
        String id = session.pragma("application_id");
        boolean empty = session.number("SELECT count(*) FROM sqlite_schema", List.of()) == 0;
        if (empty && id.equals("0")) {
            session.runOnce("BEGIN IMMEDIATE");
            session.runOnce("PRAGMA application_id = " + APPLICATION_ID);
            session.runOnce("PRAGMA user_version = " + FORMAT);
            session.runOnce("CREATE TABLE _facts(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID");
            session.runOnce("COMMIT");
            return;
        }
        String refusal = refusal(session);
        if (refusal != null) {
            throw new IllegalStateException(where + " " + refusal);
        }
        long format = Long.parseLong(session.pragma("user_version"));
        if (format > FORMAT) {
            throw new NewerFormatException("The data in " + where, format, FORMAT);
        }
    }

    /// Whether an older program wrote it: its tables are brought to this one's, and then it is marked as this one's.
    static boolean isOlder(Session session) {
        return Long.parseLong(session.pragma("user_version")) < FORMAT;
    }

    /// Within the transaction that brings the tables.
    static void mark(Session session) {
        if (isOlder(session)) {
            session.runOnce("PRAGMA user_version = " + FORMAT);
        }
    }

    /// Why a file is not a store's at all, or null.
    static @Nullable String refusal(Session session) {
        return session.pragma("application_id").equals(Integer.toString(APPLICATION_ID))
                ? null
                : "holds a database of another program";
    }

    /// Makes an empty file that only its owner reads, where the file system knows owners.
    static void createPrivately(Path file) {
        if (Files.exists(file)) {
            return;
        }
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be made", e);
        }
    }
}

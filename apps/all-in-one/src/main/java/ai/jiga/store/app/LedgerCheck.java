package ai.jiga.store.app;

import ai.jiga.store.app.settings.DocumentsSetting;
import ai.jiga.store.app.settings.Settings;
import ai.jiga.store.contracts.json.KernelModule;
import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.sqlite.SqliteBackups;
import ai.jiga.store.documents.sqlite.SqliteDocuments;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.usecase.KeepBooks;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/// Replays the ledger: of a data folder on a copy, so that the store may go on meanwhile; in Firestore as it stands.
final class LedgerCheck {
    private LedgerCheck() {}

    /// @return 0 when every posting balances and every balance is what its postings add up to, 78 when the
    ///     configuration is wrong
    static int verify(Path data, Map<String, String> environment, PrintStream out) {
        Settings settings = Settings.read(environment);
        if (!settings.problems().isEmpty()) {
            settings.problems().forEach(problem -> out.println("WRONG: " + problem));
            return StoreMain.CONFIGURATION;
        }
        return switch (settings.documents()) {
            case DocumentsSetting.Sqlite _ -> verifyCopy(data, out);
            case DocumentsSetting.Firestore _ -> {
                try (DocumentStore documents =
                        OpenedDocuments.open(settings, LedgerCollections.SCHEMA).store()) {
                    yield verify(documents, out);
                }
            }
        };
    }

    private static int verifyCopy(Path data, PrintStream out) {
        Path room = temporary();
        try {
            Path copy = room.resolve("copy");
            SqliteBackups.write(data, room.resolve("backup"), Clock.systemUTC());
            SqliteBackups.restore(room.resolve("backup"), copy);
            try (var documents = SqliteDocuments.open(
                    copy, LedgerCollections.SCHEMA, DocumentJson.mapper(new KernelModule()), Clock.systemUTC())) {
                return verify(documents, out);
            }
        } finally {
            delete(room);
        }
    }

    private static int verify(DocumentStore documents, PrintStream out) {
        KeepBooks.Verification found = new KeepBooks(documents).verify();
        out.println(found.transactions() + " transactions with " + found.postings() + " postings replayed.");
        found.problems().forEach(problem -> out.println("  - " + problem));
        out.println(found.sound() ? "The ledger is sound." : "The ledger is not sound: see above.");
        return found.sound() ? 0 : 1;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("jiga-ledger");
        } catch (IOException e) {
            throw new UncheckedIOException("there is no room for a copy of the store", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the copy in " + folder + " could not be deleted; delete it yourself", e);
        }
    }
}

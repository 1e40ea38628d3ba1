package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.testkit.DocumentStoreContract;
import ai.jiga.store.documents.testkit.StoreSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

class SqliteDocumentsTest implements DocumentStoreContract {
    @TempDir
    Path folders;

    @Override
    public DocumentStore open(StoreSetup setup) {
        SqliteOptions options = SqliteOptions.in(fresh()).sweepingEvery(Duration.ZERO);
        return SqliteDocuments.open(
                setup.rehearsing() ? options.rehearsingBodies() : options,
                setup.schema(),
                setup.mapper(),
                setup.clock(),
                setup.cipher());
    }

    @Override
    public int sweepExpired(DocumentStore store) {
        return ((SqliteDocuments) store).sweepExpired();
    }

    private Path fresh() {
        try {
            return Files.createTempDirectory(folders, "store");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

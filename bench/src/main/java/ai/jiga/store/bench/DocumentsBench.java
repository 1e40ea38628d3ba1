package ai.jiga.store.bench;

import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.sqlite.SqliteDocuments;
import ai.jiga.store.documents.sqlite.SqliteOptions;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Documents on SQLite: writes against raw inserts, and reads at few and at many documents.
final class DocumentsBench implements Benchmark {
    private final Size size;

    /// @param few documents of the small store
    /// @param many documents of the large one
    /// @param slice how long each thing is measured at a time
    /// @param slices how often; the median counts
    record Size(int few, int many, Duration slice, int slices, List<Integer> writers) {
        static final Size FULL = new Size(1_000, 1_000_000, Duration.ofMillis(1_500), 3, List.of(1, 16, 64, 256));
    }

    DocumentsBench(Size size) {
        this.size = size;
    }

    @Override
    public void run(Path work, PrintStream out) throws Exception {
        out.println("# Documents on SQLite");
        out.println();
        new DocumentWrites(size, Files.createDirectory(work.resolve("writes")), out).run();
        new DocumentReads(size, Files.createDirectory(work.resolve("reads")), out).run();
    }

    static SqliteDocuments open(Path folder) {
        return open(folder, Listing.SCHEMA);
    }

    static SqliteDocuments open(Path folder, Schema schema) {
        return SqliteDocuments.open(SqliteOptions.in(folder), schema, DocumentJson.mapper(), InstantSource.system());
    }
}

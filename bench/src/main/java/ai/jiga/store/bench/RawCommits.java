package ai.jiga.store.bench;

import ai.jiga.store.documents.DocumentJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What the disk can do at best: [RawInserts] of listings, each batch in a commit of its own.
final class RawCommits implements AutoCloseable {
    private static final int VALUES = 2_000;

    private final RawInserts inserts;
    private final List<Listing> values;
    private final List<String> texts;
    private long next;

    private RawCommits(RawInserts inserts, List<Listing> values, List<String> texts) {
        this.inserts = inserts;
        this.values = values;
        this.texts = texts;
    }

    static RawCommits in(Path folder) throws IOException, SQLException {
        DocumentsBench.open(folder).close();
        ObjectMapper mapper = DocumentJson.mapper();
        List<Listing> values = new ArrayList<>(VALUES);
        List<String> texts = new ArrayList<>(VALUES);
        for (int i = 0; i < VALUES; i++) {
            Listing value = Listing.of(i, VALUES);
            values.add(value);
            texts.add(mapper.writeValueAsString(value));
        }
        return new RawCommits(new RawInserts(folder), values, texts);
    }

    /// Inserts and makes it durable.
    void commit(int documents) throws SQLException {
        for (int i = 0; i < documents; i++) {
            next++;
            int value = (int) (next % VALUES);
            inserts.add(Listing.id(next), values.get(value), texts.get(value), next);
        }
        inserts.commit();
    }

    /// Documents a second, in batches of that many.
    double rate(int batch, Duration slice) throws SQLException {
        long start = System.nanoTime();
        long written = 0;
        while (System.nanoTime() - start < slice.toNanos()) {
            commit(batch);
            written += batch;
        }
        return written * 1e9 / (System.nanoTime() - start);
    }

    @Override
    public void close() throws SQLException {
        inserts.close();
    }
}

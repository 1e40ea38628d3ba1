package ai.jiga.store.bench;

import static ai.jiga.store.bench.Listing.LISTINGS;

import ai.jiga.store.bench.DocumentsBench.Size;
import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.sqlite.SqliteDocuments;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Durable documents a second. With n writers that each wait for their document, no store can commit more
/// than n at a time: so the raw inserts come in batches of n, and once more in large ones that nobody waits
/// for.
final class DocumentWrites {
    private static final int LARGE_BATCH = 1_000;
    private static final double GOAL = 0.5;
    /// Different documents, made and turned into JSON before anything is measured.
    private static final int VALUES = 20_000;

    private final Size size;
    private final Path folder;
    private final PrintStream out;
    private final List<Listing> values = new ArrayList<>(VALUES);
    private final List<String> texts = new ArrayList<>(VALUES);
    private final AtomicLong next = new AtomicLong();

    DocumentWrites(Size size, Path folder, PrintStream out) {
        this.size = size;
        this.folder = folder;
        this.out = out;
    }

    void run() throws Exception {
        ObjectMapper mapper = DocumentJson.mapper();
        for (int i = 0; i < VALUES; i++) {
            Listing value = Listing.of(i, VALUES);
            values.add(value);
            texts.add(mapper.writeValueAsString(value));
        }
        out.println("## Durable documents a second, by concurrent writers");
        out.println();
        out.println("Each of about " + texts.getFirst().length()
                + " bytes, with three indexes; the raw inserts write the same bytes and keep the same indexes.");
        out.println();
        Table.row(out, "writers", "store", "raw, in batches of as many", "ratio", "goal 0.5");
        Table.row(out, "---:", "---:", "---:", "---:", "---");
        Path ours = folder.resolve("store");
        Path theirs = folder.resolve("raw");
        DocumentsBench.open(theirs).close();
        try (SqliteDocuments store = DocumentsBench.open(ours);
                RawInserts raw = new RawInserts(theirs)) {
            // Both warm before anything counts.
            throughStore(store, 64, size.slice());
            throughJdbc(raw, 64, size.slice());
            for (int writers : size.writers()) {
                double[] stored = new double[size.slices()];
                double[] inserted = new double[size.slices()];
                for (int i = 0; i < size.slices(); i++) {
                    inserted[i] = throughJdbc(raw, writers, size.slice());
                    stored[i] = throughStore(store, writers, size.slice());
                }
                double ratio = Table.median(stored) / Table.median(inserted);
                Table.row(
                        out,
                        writers,
                        Table.median(stored),
                        Table.median(inserted),
                        ratio,
                        Table.verdict(ratio >= GOAL));
            }
            double[] large = new double[size.slices()];
            for (int i = 0; i < large.length; i++) {
                large[i] = throughJdbc(raw, LARGE_BATCH, size.slice());
            }
            Table.row(out, "(one thread, not waiting)", "", Table.median(large), "", "batches of " + LARGE_BATCH);
        }
        out.println();
        out.println("File after it: " + Files.size(ours.resolve("store.db")) / 1_048_576 + " MiB.");
        out.println();
    }

    private double throughStore(SqliteDocuments store, int writers, Duration slice) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + slice.toNanos();
        var written = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                while (System.nanoTime() < end) {
                    long number = next.incrementAndGet();
                    var ref = LISTINGS.id(Listing.id(number));
                    var listing = values.get((int) (number % VALUES));
                    store.transact(tx -> {
                        tx.create(ref, listing);
                        return true;
                    });
                    written.incrementAndGet();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return written.get() * 1e9 / (System.nanoTime() - start);
    }

    private double throughJdbc(RawInserts raw, int batch, Duration slice) throws SQLException {
        long start = System.nanoTime();
        long end = start + slice.toNanos();
        long written = 0;
        while (System.nanoTime() < end) {
            for (int i = 0; i < batch; i++) {
                long number = next.incrementAndGet();
                int value = (int) (number % VALUES);
                raw.add(Listing.id(number), values.get(value), texts.get(value), number);
            }
            raw.commit();
            written += batch;
        }
        return written * 1e9 / (System.nanoTime() - start);
    }
}

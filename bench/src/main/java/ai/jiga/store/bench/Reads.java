package ai.jiga.store.bench;

import static ai.jiga.store.bench.Listing.LISTINGS;

import ai.jiga.store.bench.DocumentsBench.Size;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.sqlite.SqliteDocuments;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/// Point reads and indexed queries, by turns on a small and on a large store: what they cost must not grow
/// with what they do not ask for.
final class Reads {
    private static final double GOAL = 1.5;
    private static final int BATCH = 500;

    private final Size size;
    private final Path folder;
    private final PrintStream out;

    Reads(Size size, Path folder, PrintStream out) {
        this.size = size;
        this.folder = folder;
        this.out = out;
    }

    /// Something to ask of a store that holds so many documents.
    @FunctionalInterface
    private interface Question {
        int ask(SqliteDocuments store, Random random, int documents);
    }

    private static int page(SqliteDocuments store, Query<Listing> query) {
        return store.query(query.limit(Listing.PAGE)).documents().size();
    }

    private static int owned(SqliteDocuments store, Random random, int documents) {
        String owner = Listing.owner(random.nextInt(Math.max(1, documents / Listing.PAGE)));
        return page(store, LISTINGS.query().where("ownerId").is(owner).descending("createdAt"));
    }

    private static int specialists(SqliteDocuments store, Random random, int documents) {
        String token = Listing.token(random.nextInt(Math.max(1, documents / Listing.PAGE)));
        return page(store, LISTINGS.query().where("tokens").contains(token).descending("createdAt"));
    }

    private static int best(SqliteDocuments store, Random random, int documents) {
        double rating = random.nextInt(30, 50) / 10.0;
        return page(
                store,
                LISTINGS.query()
                        .where("rank")
                        .is("GOLD")
                        .where("rating")
                        .atMost(rating)
                        .descending("rating")
                        .ascending("price"));
    }

    void run() throws Exception {
        try (SqliteDocuments few = DocumentsBench.open(folder.resolve("few"));
                SqliteDocuments many = DocumentsBench.open(folder.resolve("many"))) {
            load(few, size.few());
            long start = System.nanoTime();
            load(many, size.many());
            out.printf("## Reads, in microseconds%n%n");
            out.printf(
                    "%,d documents were loaded in %.0f s, %d to a transaction.%n%n",
                    size.many(), (System.nanoTime() - start) / 1e9, BATCH);
            String less = "%,d documents".formatted(size.few());
            String more = "%,d documents".formatted(size.many());
            DocumentsBench.row(out, "one reader", less, more, "p99 of these", "ratio", "goal 1.5");
            DocumentsBench.row(out, "---", "---:", "---:", "---:", "---:", "---");
            compare(
                    "document by id",
                    (store, random, documents) -> store.get(LISTINGS.id(Listing.id(random.nextInt(documents))))
                                    .isPresent()
                            ? 1
                            : 0,
                    few,
                    many);
            compare("an owner's 20 newest", Reads::owned, few, many);
            compare("20 by an array's element", Reads::specialists, few, many);
            compare("20 best of a rank", Reads::best, few, many);
            out.println();
            throughput(many);
        }
    }

    private static void load(SqliteDocuments store, int documents) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<?>> parts = new ArrayList<>();
            for (int from = 0; from < documents; from += BATCH) {
                int first = from;
                int end = Math.min(documents, from + BATCH);
                parts.add(pool.submit(() -> store.transact(tx -> {
                    for (int i = first; i < end; i++) {
                        tx.create(LISTINGS.id(Listing.id(i)), Listing.of(i, documents));
                    }
                    return true;
                })));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        }
    }

    private void compare(String name, Question question, SqliteDocuments few, SqliteDocuments many) throws Exception {
        double[] less = new double[size.slices()];
        double[] more = new double[size.slices()];
        var spread = new Histogram(3);
        measure(question, few, size.few(), new Histogram(3));
        measure(question, many, size.many(), new Histogram(3));
        for (int i = 0; i < size.slices(); i++) {
            less[i] = measure(question, few, size.few(), new Histogram(3));
            more[i] = measure(question, many, size.many(), spread);
        }
        double ratio = DocumentsBench.median(more) / DocumentsBench.median(less);
        DocumentsBench.row(
                out,
                name,
                DocumentsBench.median(less),
                DocumentsBench.median(more),
                spread.getValueAtPercentile(99) / 1e3,
                ratio,
                DocumentsBench.verdict(ratio <= GOAL));
    }

    /// From a virtual thread, as requests are.
    private static <R> R virtually(Callable<R> work) throws Exception {
        try (ExecutorService one = Executors.newVirtualThreadPerTaskExecutor()) {
            return one.submit(work).get();
        }
    }

    /// The median's microseconds.
    private double measure(Question question, SqliteDocuments store, int documents, Histogram spread) throws Exception {
        return virtually(() -> {
            var random = new Random(documents);
            var mine = new Histogram(3);
            long end = System.nanoTime() + size.slice().toNanos();
            int found = 0;
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                found += question.ask(store, random, documents);
                mine.recordValue(System.nanoTime() - start);
            }
            if (found == 0) {
                throw new IllegalStateException("nothing was found");
            }
            spread.add(mine);
            return mine.getValueAtPercentile(50) / 1e3;
        });
    }

    private void throughput(SqliteDocuments store) throws Exception {
        DocumentsBench.row(out, "16 readers at %,d documents".formatted(size.many()), "a second");
        DocumentsBench.row(out, "---", "---:");
        DocumentsBench.row(
                out,
                "document by id",
                rate(
                        store,
                        (s, random, documents) -> s.get(LISTINGS.id(Listing.id(random.nextInt(documents))))
                                        .isPresent()
                                ? 1
                                : 0));
        DocumentsBench.row(out, "an owner's 20 newest", rate(store, Reads::owned));
        out.println();
    }

    private double rate(SqliteDocuments store, Question question) throws Exception {
        long start = System.nanoTime();
        long end = start + size.slice().toNanos();
        long asked = 0;
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> readers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                var random = new Random(i);
                readers.add(pool.submit(() -> {
                    long mine = 0;
                    while (System.nanoTime() < end) {
                        question.ask(store, random, size.many());
                        mine++;
                    }
                    return mine;
                }));
            }
            for (Future<Long> reader : readers) {
                asked += reader.get();
            }
        }
        return asked * 1e9 / (System.nanoTime() - start);
    }
}

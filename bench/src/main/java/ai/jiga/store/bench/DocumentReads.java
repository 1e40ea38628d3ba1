package ai.jiga.store.bench;

import static ai.jiga.store.bench.Listing.LISTINGS;

import ai.jiga.store.bench.DocumentsBench.Size;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Schema;
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
final class DocumentReads {
    private static final double GOAL = 1.5;
    private static final int BATCH = 500;

    private final Size size;
    private final Path folder;
    private final PrintStream out;

    DocumentReads(Size size, Path folder, PrintStream out) {
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
        Path small = folder.resolve("few");
        Path large = folder.resolve("many");
        load(small, size.few());
        double loading = seconds(() -> load(large, size.many()));
        double indexing = seconds(() -> DocumentsBench.open(large).close());
        out.printf("## Reads, in microseconds%n%n");
        out.printf(
                "%,d documents were loaded in %.0f s, %d to a transaction, and their indexes made at a start in %.0f s.%n%n",
                size.many(), loading, BATCH, indexing);
        try (SqliteDocuments few = DocumentsBench.open(small);
                SqliteDocuments many = DocumentsBench.open(large)) {
            String less = "%,d documents".formatted(size.few());
            String more = "%,d documents".formatted(size.many());
            Table.row(out, "one reader", less, more, "p99 of these", "ratio", "goal 1.5");
            Table.row(out, "---", "---:", "---:", "---:", "---:", "---");
            compare(
                    "document by id",
                    (store, random, documents) -> store.get(LISTINGS.id(Listing.id(random.nextInt(documents))))
                                    .isPresent()
                            ? 1
                            : 0,
                    few,
                    many);
            compare("an owner's 20 newest", DocumentReads::owned, few, many);
            compare("20 by an array's element", DocumentReads::specialists, few, many);
            compare("20 best of a rank", DocumentReads::best, few, many);
            out.println();
            throughput(many);
        }
    }

    /// Something that takes a while.
    @FunctionalInterface
    private interface Step {
        void take() throws Exception;
    }

    private static double seconds(Step step) throws Exception {
        long start = System.nanoTime();
        step.take();
        return (System.nanoTime() - start) / 1e9;
    }

    /// Without indexes, which are made faster all at once.
    private static void load(Path folder, int documents) throws Exception {
        try (SqliteDocuments store = DocumentsBench.open(folder, Schema.of(Listing.PLAIN));
                ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<?>> parts = new ArrayList<>();
            for (int from = 0; from < documents; from += BATCH) {
                int first = from;
                int end = Math.min(documents, from + BATCH);
                parts.add(pool.submit(() -> store.transact(tx -> {
                    for (int i = first; i < end; i++) {
                        tx.create(Listing.PLAIN.id(Listing.id(i)), Listing.of(i, documents));
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
        var less = new Histogram(3);
        var more = new Histogram(3);
        ask(question, few, many, new Histogram(3), new Histogram(3));
        for (int i = 0; i < size.slices(); i++) {
            ask(question, few, many, less, more);
        }
        double ratio = median(more) / median(less);
        Table.row(
                out,
                name,
                median(less),
                median(more),
                more.getValueAtPercentile(99) / 1e3,
                ratio,
                Table.verdict(ratio <= GOAL));
    }

    private static double median(Histogram nanos) {
        return nanos.getValueAtPercentile(50) / 1e3;
    }

    /// From a virtual thread, as requests are.
    private static <R> R virtually(Callable<R> work) throws Exception {
        try (ExecutorService one = Executors.newVirtualThreadPerTaskExecutor()) {
            return one.submit(work).get();
        }
    }

    /// Asks the two stores by turns, so that what else the machine does falls on both alike.
    private void ask(Question question, SqliteDocuments few, SqliteDocuments many, Histogram less, Histogram more)
            throws Exception {
        long found = virtually(() -> {
            var random = new Random(7);
            long end = System.nanoTime() + 2 * size.slice().toNanos();
            long answers = 0;
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                answers += question.ask(few, random, size.few());
                long middle = System.nanoTime();
                answers += question.ask(many, random, size.many());
                less.recordValue(middle - start);
                more.recordValue(System.nanoTime() - middle);
            }
            return answers;
        });
        if (found == 0) {
            throw new IllegalStateException("nothing was found");
        }
    }

    private void throughput(SqliteDocuments store) throws Exception {
        Table.row(out, "16 readers at %,d documents".formatted(size.many()), "a second");
        Table.row(out, "---", "---:");
        Table.row(
                out,
                "document by id",
                rate(
                        store,
                        (s, random, documents) -> s.get(LISTINGS.id(Listing.id(random.nextInt(documents))))
                                        .isPresent()
                                ? 1
                                : 0));
        Table.row(out, "an owner's 20 newest", rate(store, DocumentReads::owned));
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

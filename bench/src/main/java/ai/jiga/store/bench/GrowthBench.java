package ai.jiga.store.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/// Browsing and searching over HTTP, by turns in stores with few and with many listings: what a page costs must not
/// grow with what it does not show.
final class GrowthBench implements Benchmark {
    private static final double GOAL_RATIO = 1.3;
    private static final double GOAL_P99_MILLIS = 10;

    /// A word that many say, a game, a rare one, a typo.
    private static final List<String> TEXTS = List.of("calm+coach", "valorant", "rotations+tactic", "strategst");

    private final Size size;

    /// @param listings few to many, the second of which is what the last is compared with
    /// @param callers who each wait for their page
    /// @param slice how long each thing is measured at a time
    /// @param slices how often; the median counts
    record Size(List<Integer> listings, int callers, Duration slice, int slices) {
        static final Size FULL = new Size(List.of(20, 2_000, 100_000), 8, Duration.ofSeconds(2), 5);
    }

    GrowthBench(Size size) {
        this.size = size;
    }

    /// @param paths in turns
    private record Question(String name, List<String> paths) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question("`GET /marketplace?limit=20`", List.of("/marketplace?limit=20")),
            new Question("`GET /marketplace/search?q=...`, what many ask", search(TEXTS)),
            new Question("`GET /marketplace/search?q=...`, what few ask", search(seldom())));

    private static List<String> search(List<String> texts) {
        return texts.stream().map(q -> "/marketplace/search?limit=20&q=" + q).toList();
    }

    /// So many that no answer is there from before.
    private static List<String> seldom() {
        ListingTexts texts = new ListingTexts();
        return IntStream.range(0, 5_000)
                .mapToObj(_ -> String.join("+", texts.someWords(2)))
                .toList();
    }

    @Override
    public void run(Path work, PrintStream out) throws Exception {
        Path app = StartedStore.app("growth");
        Path folder = Files.createDirectory(work.resolve("growth"));
        List<ListedStore> stores = new ArrayList<>();
        try {
            for (int listings : size.listings()) {
                stores.add(ListedStore.start(app, folder.resolve("of-" + listings), listings));
            }
            out.println("# Growth");
            out.println();
            out.println(
                    "Pages of 20 listings a second, " + size.callers() + " callers, with all facets; the counts of all"
                            + " facets were right. Medians of " + size.slices() + " turns; the ratio is of the last to "
                            + "%,d listings.".formatted(size.listings().get(1)));
            out.println();
            Table.row(
                    out,
                    "listings",
                    "question",
                    "a second",
                    "p50 ms",
                    "p99 ms",
                    "times slower",
                    "<= 1.3, p99 <= 10 ms");
            Table.row(out, "---:", "---", "---:", "---:", "---:", "---:", "---");
            for (Question question : QUESTIONS) {
                measure(question, stores, out);
            }
            out.println();
        } finally {
            for (ListedStore store : stores) {
                store.close();
            }
        }
    }

    private void measure(Question question, List<ListedStore> stores, PrintStream out) throws Exception {
        double[][] rates = new double[stores.size()][size.slices()];
        List<Latencies> taken = stores.stream().map(_ -> new Latencies()).toList();
        for (ListedStore store : stores) {
            for (int i = 0; i < 3; i++) {
                rate(question, store, new Latencies());
            }
        }
        for (int slice = 0; slice < size.slices(); slice++) {
            for (int i = 0; i < stores.size(); i++) {
                rates[i][slice] = rate(question, stores.get(i), taken.get(i));
            }
        }
        double base = Table.median(rates[1]);
        for (int i = 0; i < stores.size(); i++) {
            double rate = Table.median(rates[i]);
            double p99 = taken.get(i).at(99);
            double slower = base / rate;
            Table.row(
                    out,
                    "%,d".formatted(stores.get(i).listings()),
                    question.name(),
                    rate,
                    taken.get(i).at(50),
                    p99,
                    slower,
                    Table.verdict(slower <= GOAL_RATIO && p99 <= GOAL_P99_MILLIS));
        }
    }

    private double rate(Question question, ListedStore store, Latencies taken) throws InterruptedException {
        List<String> paths = question.paths();
        return Callers.rate(size.callers(), size.slice(), caller -> new Callable<Object>() {
            private int next = caller * paths.size() / size.callers();

            @Override
            public Object call() throws Exception {
                String path = paths.get(next++ % paths.size());
                return taken.time(() -> {
                    store.api().read(path);
                    return path;
                });
            }
        });
    }
}

package ai.jiga.store.bench;

import ai.jiga.store.bench.LedgerAtWork.Spread;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Money in one process, as the services call it: a hold sets DOF aside, a settlement splits them. Beside it, in
/// the same run and by turns, raw inserts of the same documents in batches of as many as there are callers.
final class LedgerBench implements Benchmark {
    private static final double GOAL = 0.3;

    private final Size size;

    /// @param wallets that have DOF
    /// @param callers who each wait for what they asked for
    /// @param slice how long each thing is measured at a time
    /// @param slices how often; the median counts
    record Size(int wallets, int callers, Duration slice, int slices) {
        static final Size FULL = new Size(10_000, 64, Duration.ofSeconds(2), 5);
    }

    LedgerBench(Size size) {
        this.size = size;
    }

    @Override
    public void run(Path work, PrintStream out) throws Exception {
        try (LedgerAtWork ledger = LedgerAtWork.in(Files.createDirectory(work.resolve("store")), size.wallets());
                RawDocuments raw = RawDocuments.in(Files.createDirectory(work.resolve("raw")))) {
            List<String> hold = ledger.documentsOfAHold();
            out.println("# The ledger on SQLite");
            out.println();
            out.println(size.wallets() + " wallets, " + size.callers() + " callers; a hold is of " + hold.size()
                    + " documents with "
                    + hold.stream().mapToInt(String::length).sum()
                    + " bytes. Medians of " + size.slices() + " turns.");
            out.println();
            DocumentsBench.row(out, "a second", "ledger", "raw inserts of a hold's documents", "ratio", "goal 0.3");
            DocumentsBench.row(out, "---", "---:", "---:", "---:", "---");
            List<Work> all = List.of(
                    new Work("holds, over all wallets", () -> ledger.hold(Spread.ALL)),
                    new Work("holds, on one wallet", () -> ledger.hold(Spread.ONE)),
                    new Work("holds that are settled", () -> ledger.holdAndSettle(Spread.ALL)));
            all.forEach(each -> rate(each.once()));
            for (Work each : all) {
                double[] ours = new double[size.slices()];
                double[] theirs = new double[size.slices()];
                for (int i = 0; i < size.slices(); i++) {
                    theirs[i] = raw.rate(hold, size.callers(), size.slice());
                    ours[i] = rate(each.once());
                }
                double ratio = DocumentsBench.median(ours) / DocumentsBench.median(theirs);
                DocumentsBench.row(
                        out,
                        each.name(),
                        DocumentsBench.median(ours),
                        DocumentsBench.median(theirs),
                        ratio,
                        DocumentsBench.verdict(ratio >= GOAL));
            }
            out.println();
        }
    }

    private record Work(String name, Runnable once) {}

    private double rate(Runnable once) {
        long start = System.nanoTime();
        long end = start + size.slice().toNanos();
        var done = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < size.callers(); i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                while (System.nanoTime() < end) {
                    once.run();
                    done.incrementAndGet();
                }
            }));
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while it was measured", e);
            }
        }
        return done.get() * 1e9 / (System.nanoTime() - start);
    }
}

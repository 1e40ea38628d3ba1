package ai.jiga.store.bench;

import ai.jiga.store.bench.LedgerAtWork.Spread;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

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
            Table.row(out, "a second", "ledger", "raw inserts of a hold's documents", "ratio", "goal 0.3");
            Table.row(out, "---", "---:", "---:", "---:", "---");
            List<Work> all = List.of(
                    new Work("holds, over all wallets", () -> ledger.hold(Spread.ALL)),
                    new Work("holds, on one wallet", () -> ledger.hold(Spread.ONE)),
                    new Work("holds that are settled", () -> ledger.holdAndSettle(Spread.ALL)));
            for (Work each : all) {
                rate(each.once());
            }
            for (Work each : all) {
                double[] ours = new double[size.slices()];
                double[] theirs = new double[size.slices()];
                for (int i = 0; i < size.slices(); i++) {
                    theirs[i] = raw.rate(hold, size.callers(), size.slice());
                    ours[i] = rate(each.once());
                }
                double ratio = Table.median(ours) / Table.median(theirs);
                Table.row(
                        out,
                        each.name(),
                        Table.median(ours),
                        Table.median(theirs),
                        ratio,
                        Table.verdict(ratio >= GOAL));
            }
            out.println();
        }
    }

    private record Work(String name, Runnable once) {}

    private double rate(Runnable once) throws InterruptedException {
        return Callers.rate(size.callers(), size.slice(), _ -> Executors.callable(once));
    }
}

package ai.jiga.store.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The main job against the packaged store, over HTTP and WebSocket from this process: hires settled a second, how
/// long its steps take, how long the store takes to start and what it has in memory. The bare JSON endpoint of the
/// same process and raw inserts on the same disk are measured by turns with it.
final class MainJobBench implements Benchmark {
    private final Size size;

    /// @param players how many play at once, few to many
    /// @param warmUp before anything counts
    /// @param hiring how long hires are measured, for each number of players
    /// @param baseline how long each baseline is measured, for each number of players
    /// @param asking how long a single client asks
    record Size(List<Integer> players, Duration warmUp, Duration hiring, Duration baseline, Duration asking) {
        /// Three minutes on two cores. The JVM goes on compiling for a minute under load, and what it compiles with
        /// is missing to what it serves.
        static final Size FULL = new Size(
                List.of(1, 8, 32),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                Duration.ofSeconds(3),
                Duration.ofSeconds(15));
    }

    MainJobBench(Size size) {
        this.size = size;
    }

    @Override
    public void run(Path work, PrintStream out) throws Exception {
        Path app = StartedStore.app("main-job");
        Path data = Files.createDirectory(work.resolve("main-job")).resolve("data");
        out.println("# The main job");
        out.println();
        out.println(machine());
        out.println();
        Duration first;
        try (StartedStore store = StartedStore.start(app, data)) {
            first = store.startup();
        }
        try (StartedStore store = StartedStore.start(app, data);
                StoreApi api = new StoreApi(store.url());
                RawCommits raw = RawCommits.in(Files.createDirectory(work.resolve("raw")))) {
            double idle = store.resident();
            List<Player> players = players(api);
            var hires = new Hires(api, raw, players, size);
            hires.warmUp();
            hires.measure(out);
            new StepLatencies(api, raw, players.getFirst(), size.asking()).measure(out);
            start(out, first, store.startup(), idle, store.resident());
            for (Player player : players) {
                player.checkWallet();
            }
            out.println("Every hire was settled: no wallet holds anything, and each has what was not charged.");
            out.println(machine());
        }
    }

    /// As many as play at most, each with an agent, by turns.
    private List<Player> players(StoreApi api) throws Exception {
        List<String> listings = api.get("/marketplace?limit=100", null).findValuesAsText("listingId");
        List<Player> players = new ArrayList<>();
        for (int i = 0; i < size.players().getLast(); i++) {
            players.add(Player.register(api, i, listings.get(i % listings.size())));
        }
        return players;
    }

    private static void start(PrintStream out, Duration first, Duration second, double idle, double loaded) {
        out.println("## Start and memory");
        out.println();
        Table.row(out, "what", "value");
        Table.row(out, "---", "---:");
        Table.row(out, "first start, with seeding, to ready", seconds(first));
        Table.row(out, "second start, to ready", seconds(second));
        Table.row(out, "resident memory when ready (heap limit 512 MiB)", mebibytes(idle));
        Table.row(out, "resident memory after all of the above", mebibytes(loaded));
        out.println();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1_000.0);
    }

    private static String mebibytes(double value) {
        return String.format(Locale.ROOT, "%.0f MiB", value);
    }

    /// The load tells whether others were at work too: then the ratios mean something, the figures little.
    private static String machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%d cores, load average %.1f, JDK %s.",
                system.getAvailableProcessors(),
                system.getSystemLoadAverage(),
                Runtime.version());
    }
}

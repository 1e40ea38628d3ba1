package ai.jiga.store.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Pages that many look at, over HTTP: each beside the bare JSON endpoint of the same process, by turns.
final class ReadsBench implements Benchmark {
    private static final double GOAL = 0.75;

    private final Size size;

    /// @param callers connections
    /// @param slice how long each thing is measured at a time
    /// @param slices how often; the median counts
    record Size(int callers, Duration slice, int slices) {
        static final Size FULL = new Size(16, Duration.ofSeconds(2), 7);
    }

    ReadsBench(Size size) {
        this.size = size;
    }

    @Override
    public void run(Path work, PrintStream out) throws Exception {
        Path data = Files.createDirectory(work.resolve("reads")).resolve("data");
        try (StartedStore store = StartedStore.start(StartedStore.app("reads"), data);
                StoreApi api = new StoreApi(store.url())) {
            String listing = api.get("/marketplace?limit=1", null)
                    .path("items")
                    .path(0)
                    .path("listingId")
                    .asText();
            out.println("# Reads");
            out.println();
            out.println(size.callers() + " connections; medians of " + size.slices() + " turns.");
            out.println();
            Table.row(out, "page", "a second", "bare JSON", "ratio", "goal 0.75");
            Table.row(out, "---", "---:", "---:", "---:", "---");
            for (String path : List.of("/marketplace/" + listing, "/marketplace/featured", "/agents/" + listing)) {
                measure(api, path, out);
            }
            out.println();
        }
    }

    private void measure(StoreApi api, String path, PrintStream out) throws InterruptedException {
        double[] ours = new double[size.slices()];
        double[] bare = new double[size.slices()];
        for (int i = -3; i < size.slices(); i++) {
            double asked = Callers.rate(size.callers(), size.slice(), _ -> () -> {
                api.bare();
                return path;
            });
            double read = Callers.rate(size.callers(), size.slice(), _ -> () -> {
                api.read(path);
                return path;
            });
            if (i >= 0) {
                bare[i] = asked;
                ours[i] = read;
            }
        }
        double ratio = Table.median(ours) / Table.median(bare);
        Table.row(
                out,
                String.format(Locale.ROOT, "`GET %s`", path),
                Table.median(ours),
                Table.median(bare),
                ratio,
                Table.verdict(ratio >= GOAL));
    }
}

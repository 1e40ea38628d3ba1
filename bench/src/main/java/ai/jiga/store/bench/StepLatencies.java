package ai.jiga.store.bench;

import ai.jiga.store.bench.Player.Steps;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long each step of the main job takes for a single client, which does all of them by turns.
final class StepLatencies {
    /// With a typo, a synonym, a filter, a prefix, a sort, and nothing at all.
    private static final List<String> QUESTIONS = List.of(
            "q=call+of+dutty",
            "q=cod",
            "q=coach&rank=Gold",
            "q=warz",
            "q=valorant&sortBy=price_asc",
            "sortBy=popular&hasVoiceChat=true",
            "");

    /// Looking around is what clients do most; a hire takes longer than all of it.
    private static final int READS_FOR_A_HIRE = 3;

    private final StoreApi api;
    private final RawCommits raw;
    private final Player player;
    private final Duration asking;
    private final Latencies bare = new Latencies();
    private final Latencies insert = new Latencies();
    private final Latencies search = new Latencies();
    private final Latencies listing = new Latencies();
    private final Steps steps = new Steps();

    StepLatencies(StoreApi api, RawCommits raw, Player player, Duration asking) {
        this.api = api;
        this.raw = raw;
        this.player = player;
        this.asking = asking;
    }

    void measure(PrintStream out) throws Exception {
        List<String> listings = api.get("/marketplace?limit=100", null).findValuesAsText("listingId");
        // Searching and looking has not been done before; hiring has.
        long warm = System.nanoTime();
        for (int i = 0; System.nanoTime() - warm < asking.dividedBy(3).toNanos(); i++) {
            read(question(i));
            read("/marketplace/" + listings.get(i % listings.size()));
        }
        long start = System.nanoTime();
        for (int i = 0; System.nanoTime() - start < asking.toNanos(); i++) {
            String question = question(i);
            String page = "/marketplace/" + listings.get(i % listings.size());
            bare.time(() -> {
                api.bare();
                return null;
            });
            insert.time(() -> {
                raw.commit(1);
                return null;
            });
            search.time(() -> read(question));
            listing.time(() -> read(page));
            if (i % READS_FOR_A_HIRE == 0) {
                player.play(steps);
            }
        }
        out.println("## Latency of the steps, one client");
        out.println();
        out.println(search.count() + " reads and " + steps.settled() + " hires, on " + listings.size()
                + " listings. Ratios are of medians: to the bare JSON endpoint, and to one durable raw insert.");
        out.println();
        Table.row(out, "step", "p50 ms", "p99 ms", "to bare JSON", "to a raw insert");
        Table.row(out, "---", "---:", "---:", "---:", "---:");
        row(out, "bare JSON (`/health`)", bare);
        row(out, "raw SQLite insert, durable", insert);
        row(out, "search", search);
        row(out, "listing page", listing);
        row(out, "hire", steps.hire());
        row(out, "connect", steps.connect());
        row(out, "a metered action (chat)", steps.action());
        row(out, "end, settled", steps.end());
        out.println();
    }

    private @Nullable Void read(String path) throws IOException {
        api.read(path);
        return null;
    }

    private static String question(int number) {
        return "/marketplace/search?" + QUESTIONS.get(number % QUESTIONS.size());
    }

    private void row(PrintStream out, String step, Latencies taken) {
        Table.row(out, step, taken.at(50), taken.at(99), taken.at(50) / bare.at(50), taken.at(50) / insert.at(50));
    }
}

package ai.jiga.store.bench;

import ai.jiga.store.bench.Player.Steps;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/// Hires settled a second, by players at once: hire, connect, one chat message, end.
final class Hires {
    private final StoreApi api;
    private final RawCommits raw;
    private final List<Player> players;
    private final MainJobBench.Size size;

    Hires(StoreApi api, RawCommits raw, List<Player> players, MainJobBench.Size size) {
        this.api = api;
        this.raw = raw;
        this.players = players;
        this.size = size;
    }

    void warmUp() throws Exception {
        int many = size.players().getLast();
        play(many, size.warmUp(), new Steps());
        ask(many, size.warmUp().dividedBy(20));
        raw.rate(many, size.warmUp().dividedBy(60));
    }

    void measure(PrintStream out) throws Exception {
        out.println("## Hires settled a second, by players at once");
        out.println();
        out.println("A hire here is all of it: hire, connect, a chat message, end, settled. Beside it the same clients"
                + " asking for the bare JSON of `/health`, and raw SQLite inserts in batches of as many as there are"
                + " players, each durable.");
        out.println();
        Table.row(
                out,
                "players",
                "hires",
                "hire p50 ms",
                "hire p99 ms",
                "end p50 ms",
                "end p99 ms",
                "bare JSON",
                "raw inserts",
                "bare JSON for a hire",
                "raw inserts for a hire");
        Table.row(out, "---:", "---:", "---:", "---:", "---:", "---:", "---:", "---:", "---:", "---:");
        for (int many : size.players()) {
            double asked = ask(many, size.baseline());
            double inserted = raw.rate(many, size.baseline());
            var steps = new Steps();
            double settled = play(many, size.hiring(), steps);
            Table.row(
                    out,
                    many,
                    settled,
                    steps.hire().at(50),
                    steps.hire().at(99),
                    steps.end().at(50),
                    steps.end().at(99),
                    asked,
                    inserted,
                    asked / settled,
                    inserted / settled);
        }
        out.println();
    }

    private double play(int many, Duration slice, Steps steps) throws Exception {
        return Callers.rate(many, slice, number -> () -> {
            players.get(number).play(steps);
            return null;
        });
    }

    private double ask(int many, Duration slice) throws Exception {
        return Callers.rate(many, slice, number -> () -> {
            api.bare();
            return null;
        });
    }
}

package ai.jiga.store.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// Live sessions at once, each with an action that is charged every two seconds, over WebSockets from this process.
/// Beside it the same sockets, at the same pace, with an echo that the server makes without the store. At last it is
/// killed at work: what it had acknowledged is there afterwards.
final class SessionsBench implements Benchmark {
    private static final double GOAL_P99_MILLIS = 20;
    private static final double GOAL_CPU_MICROS = 200;

    private final Size size;

    /// @param sessions few to many
    /// @param every how often each does something
    /// @param warmUp before anything counts, for each number of sessions
    /// @param measured how long
    record Size(List<Integer> sessions, Duration every, Duration warmUp, Duration measured) {
        static final Size FULL = new Size(
                List.of(500, 2_000, 5_000), Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(30));
    }

    SessionsBench(Size size) {
        this.size = size;
    }

    @Override
    public void run(Path work, PrintStream out) throws Exception {
        Path app = StartedStore.app("sessions");
        Path data = Files.createDirectory(work.resolve("sessions")).resolve("data");
        List<Seat> seats = new ArrayList<>();
        Map<String, String> settings = Map.of("JIGA_SESSIONS_PER_PLAYER", "100");
        try {
            try (StartedStore store = StartedStore.start(app, data, settings);
                    StoreApi api = new StoreApi(store.url())) {
                out.println("# Sessions");
                out.println();
                out.println("Each does something that is charged every "
                        + size.every().toSeconds() + " s. The time of an action counts from when it was due.");
                out.println();
                Table.row(
                        out,
                        "sessions",
                        "actions a second",
                        "p50 ms",
                        "p99 ms",
                        "CPU of an action, us",
                        "echo p99 ms",
                        "CPU of an echo, us",
                        "KiB a session",
                        "p99 <= 20 ms, CPU <= 200 us");
                Table.row(out, "---:", "---:", "---:", "---:", "---:", "---:", "---:", "---:", "---");
                double idle = store.resident();
                for (int sessions : size.sessions()) {
                    seats.addAll(Seat.take(api, seats.size(), sessions - seats.size()));
                    measure(store, seats, idle, out);
                }
                out.println();
                killAtWork(store, seats);
            }
            try (StartedStore store = StartedStore.start(app, data, settings);
                    StoreApi api = new StoreApi(store.url())) {
                int lost = 0;
                for (Seat seat : seats) {
                    lost += seat.isLostIn(api) ? 1 : 0;
                }
                out.println("Killed at work, of " + seats.size() + " sessions " + lost
                        + " have less than was acknowledged.");
                out.println();
            }
        } finally {
            for (Seat seat : seats) {
                seat.close();
            }
        }
    }

    private void measure(StartedStore store, List<Seat> seats, double idle, PrintStream out) throws Exception {
        pace(seats, size.warmUp(), Seat::act);
        double resident = store.resident();
        Paced actions = measured(store, seats, Seat::act);
        Paced echoes = measured(store, seats, Seat::echo);
        Table.row(
                out,
                seats.size(),
                actions.rate(),
                actions.taken().at(50),
                actions.taken().at(99),
                actions.cpuMicros(),
                echoes.taken().at(99),
                echoes.cpuMicros(),
                (resident - idle) * 1_024 / seats.size(),
                Table.verdict(actions.taken().at(99) <= GOAL_P99_MILLIS && actions.cpuMicros() <= GOAL_CPU_MICROS));
    }

    /// @param rate a second
    /// @param cpuMicros of the store, for each
    private record Paced(Latencies taken, double rate, double cpuMicros) {}

    private Paced measured(StartedStore store, List<Seat> seats, Doing doing) throws Exception {
        Duration before = store.cpu();
        long start = System.nanoTime();
        Latencies taken = pace(seats, size.measured(), doing);
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = store.cpu().minus(before).toNanos() / 1e3;
        return new Paced(taken, taken.count() / seconds, cpu / taken.count());
    }

    @FunctionalInterface
    private interface Doing {
        void in(Seat seat) throws IOException, InterruptedException;
    }

    /// Each by its own clock, so that they are spread over the time between two actions of one.
    private Latencies pace(List<Seat> seats, Duration how, Doing doing) throws InterruptedException {
        var taken = new Latencies();
        long start = System.nanoTime();
        long every = size.every().toNanos();
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < seats.size(); i++) {
            Seat seat = seats.get(i);
            long first = start + every * i / seats.size();
            all.add(() -> {
                int done = 0;
                for (long due = first; due < start + how.toNanos(); due += every) {
                    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                    doing.in(seat);
                    taken.note(System.nanoTime() - due);
                    done++;
                }
                return done;
            });
        }
        Callers.together(all);
        return taken;
    }

    private void killAtWork(StartedStore store, List<Seat> seats) throws InterruptedException {
        Thread kills = Thread.ofVirtual().start(() -> {
            LockSupport.parkNanos(size.every().multipliedBy(2).toNanos());
            try {
                store.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        pace(seats, size.every().multipliedBy(4), seat -> {
            try {
                seat.act();
            } catch (IOException e) {
                // The store was killed: this one was not acknowledged.
            }
        });
        kills.join();
    }
}

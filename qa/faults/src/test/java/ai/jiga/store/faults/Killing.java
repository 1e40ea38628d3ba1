package ai.jiga.store.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.faults.Notebook.Note;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Kills the store with SIGKILL at a random moment with writes under way, starts it again, asks again for what was in
/// doubt, and compares; over and over on the same data. `-Djiga.faults.rounds=N` sets how often.
///
/// @param engines what the store is run on
/// @param rounds how often it is killed
/// @param room a folder for what the test keeps
record Killing(Engines engines, int rounds, Path room) {
    private static final int PLAYERS = 4;
    private static final long LEAST_MILLIS = 150;
    private static final long MOST_MILLIS = 2_500;

    /// @param inALongRun as `./jiga test --all` is one
    static int rounds(int usually, int inALongRun) {
        return Integer.getInteger("jiga.faults.rounds", Boolean.getBoolean("jiga.long") ? inALongRun : usually);
    }

    /// @throws AssertionError when anything that was acknowledged is not there
    void run() throws Exception {
        long seed = Long.getLong("jiga.faults.seed", System.nanoTime());
        System.out.println("killing on " + engines + " " + rounds + " times, -Djiga.faults.seed=" + seed);
        var random = new Random(seed);
        Program program = Program.packaged();
        Path data = room.resolve("data");
        List<Player> players = new ArrayList<>();
        Map<Player, Long> looked = new HashMap<>();
        int doubts = 0;
        StartedStore store = StartedStore.of(program, data, engines);
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
            var first = new Api(store.url(), http);
            var accounting = Accounting.by(first);
            checkDurability(accounting);
            for (int i = 0; i < PLAYERS; i++) {
                players.add(Player.register(first, http, room.resolve("notes-" + i), "Player " + i, random.nextLong()));
            }
            for (int round = 1; round <= rounds; round++) {
                workUntilKilled(store, players, random.nextLong(LEAST_MILLIS, MOST_MILLIS));
                store = StartedStore.of(program, data, engines);
                try {
                    var api = new Api(store.url(), http);
                    accounting = accounting.on(api);
                    doubts += comeBack(api, players, players.get(round % PLAYERS));
                    compare(accounting, players, looked);
                } catch (AssertionError | IllegalStateException wrong) {
                    throw new AssertionError(
                            "after kill " + round + ", -Djiga.faults.seed=" + seed + "; the store said last:\n"
                                    + StartedStore.lastWords(data),
                            wrong);
                }
            }
            long asked = looked.values().stream().mapToLong(Long::longValue).sum();
            System.out.println(
                    engines + ": " + asked + " requests, " + doubts + " of them in doubt when the store was killed");
            // Fewer would mean that the store was not killed at work.
            assertThat(asked).as("requests").isGreaterThan(engines.leastRequests() * rounds);
            assertThat(doubts).as("requests in doubt").isGreaterThanOrEqualTo(rounds / 2);
            assertThat(store.stop(engines.stopsWithin()))
                    .as("stops when it is told to")
                    .isTrue();
        } finally {
            store.close();
            for (Player player : players) {
                player.close();
            }
        }
    }

    /// What is durable on Firestore is the vendor's to say.
    private void checkDurability(Accounting accounting) throws Exception {
        if (engines == Engines.EMBEDDED) {
            accounting.runsDurably();
        }
    }

    private static void workUntilKilled(StartedStore store, List<Player> players, long millis)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> working = new ArrayList<>();
            for (Player player : players) {
                working.add(threads.submit(() -> {
                    player.work(players);
                    return null;
                }));
            }
            Thread.sleep(millis);
            store.kill();
            for (Future<?> each : working) {
                each.get();
            }
        }
    }

    /// @return how many requests were in doubt
    private static int comeBack(Api api, List<Player> players, Player signsIn) throws Exception {
        int doubts = 0;
        for (Player player : players) {
            player.comeBack(api, player == signsIn);
            doubts += player.resolveDoubts();
            player.endAll();
        }
        return doubts;
    }

    private void compare(Accounting accounting, List<Player> players, Map<Player, Long> looked) throws Exception {
        checkDurability(accounting);
        accounting.booksBalance();
        accounting.walletsAreAsNoted(players);
        for (Player player : players) {
            accounting.acknowledgedIsThere(player, looked.getOrDefault(player, 0L));
            List<Note> notes = player.notebook().notes();
            looked.put(player, notes.isEmpty() ? 0L : notes.getLast().number());
        }
    }
}

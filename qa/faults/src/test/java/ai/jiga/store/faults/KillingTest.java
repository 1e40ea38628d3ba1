package ai.jiga.store.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.faults.Notebook.Note;
import java.net.http.HttpClient;
import java.nio.file.Files;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the store with SIGKILL at a random moment with writes under way, starts it again, asks again for what was in
/// doubt, and compares; over and over on one data folder. `-Djiga.faults.rounds=N` sets how often.
class KillingTest {
    private static final int ROUNDS = Integer.getInteger("jiga.faults.rounds", 25);
    private static final int PLAYERS = 4;
    private static final long LEAST_MILLIS = 150;
    private static final long MOST_MILLIS = 2_500;

    private final long seed = Long.getLong("jiga.faults.seed", System.nanoTime());

    @Test
    void whatWasAcknowledgedSurvivesBeingKilledAtAnyMoment(@TempDir Path room) throws Exception {
        System.out.println("killing " + ROUNDS + " times, -Djiga.faults.seed=" + seed);
        var random = new Random(seed);
        Path program = StartedStore.programIn(Files.createDirectory(room.resolve("program")));
        Path data = room.resolve("data");
        List<Player> players = new ArrayList<>();
        Map<Player, Long> looked = new HashMap<>();
        int doubts = 0;
        StartedStore store = StartedStore.of(program, data);
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
            var first = new Api(store.url(), http);
            Accounting.by(first).runsDurably();
            for (int i = 0; i < PLAYERS; i++) {
                players.add(Player.register(first, http, room.resolve("notes-" + i), "Player " + i, random.nextLong()));
            }
            for (int round = 1; round <= ROUNDS; round++) {
                workUntilKilled(store, players, random.nextLong(LEAST_MILLIS, MOST_MILLIS));
                store = StartedStore.of(program, data);
                try {
                    doubts += compare(new Api(store.url(), http), players, looked);
                } catch (AssertionError | IllegalStateException wrong) {
                    throw new AssertionError("after kill " + round + ", -Djiga.faults.seed=" + seed, wrong);
                }
            }
            long asked = looked.values().stream().mapToLong(Long::longValue).sum();
            System.out.println(asked + " requests, " + doubts + " of them in doubt when the store was killed");
            // Fewer would mean that the store was not killed at work.
            assertThat(asked).as("requests").isGreaterThan(10L * ROUNDS);
            assertThat(doubts).as("requests in doubt").isGreaterThanOrEqualTo(ROUNDS / 2);
            assertThat(store.stop()).as("stops when it is told to").isTrue();
        } finally {
            store.close();
            for (Player player : players) {
                player.close();
            }
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
    private static int compare(Api api, List<Player> players, Map<Player, Long> looked) throws Exception {
        int doubts = 0;
        for (Player player : players) {
            player.signIn(api);
            doubts += player.resolveDoubts();
            player.endAll();
        }
        var accounting = Accounting.by(api);
        accounting.runsDurably();
        accounting.booksBalance();
        accounting.walletsAreAsNoted(players);
        for (Player player : players) {
            accounting.acknowledgedIsThere(player, looked.getOrDefault(player, 0L));
            List<Note> notes = player.notebook().notes();
            looked.put(player, notes.isEmpty() ? 0L : notes.getLast().number());
        }
        return doubts;
    }
}

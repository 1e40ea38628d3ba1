package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Person.Hire;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// What a hire costs on Firestore: hired, connected, two answers, ended, settled, and all that its events set off. The
/// store counts what it would be billed for; what it does by itself meanwhile, and for the operator who looks, is
/// measured before and taken off. Time costs nothing: ten minutes of it are charged from two marks.
@Isolated
class HireCostTest {
    private static final int ANSWERS = 2;

    /// A change that makes a hire dearer is mended, or raises these and says why. Without the answers' own flushes.
    private static final long MOST_WRITES = 48;

    private static final long MOST_READS = 60;

    private static final long IDLE_SECONDS = 5;

    @TempDir
    Path room;

    private int looks;

    private static final Pattern COUNTED = Pattern.compile("(\\d+) reads, (\\d+) writes, (\\d+) deletes");

    private record Operations(
            long reads, long writes, long deletes, Map<String, String> byCollection, long pending, long nanos) {}

    private Operations look(Person operator) {
        looks++;
        var engines = operator.client().get("/admin/engines").is(200);
        var byCollection = new TreeMap<String, String>();
        engines.at("/documents/settings").properties().forEach(setting -> {
            if (COUNTED.matcher(setting.getValue().asText()).matches()) {
                byCollection.put(setting.getKey(), setting.getValue().asText());
            }
        });
        return new Operations(
                engines.at("/documents/settings/reads").asLong(),
                engines.at("/documents/settings/writes").asLong(),
                engines.at("/documents/settings/deletes").asLong(),
                byCollection,
                engines.at("/events/pending").asLong(),
                System.nanoTime());
    }

    private Operations atRest(Person operator) {
        return Eventually.see(() -> look(operator), seen -> seen.pending() == 0);
    }

    /// Where they were, what the store does by itself meanwhile included.
    private static void printDifference(Operations before, Operations after) {
        after.byCollection().forEach((collection, counted) -> {
            long[] now = numbers(counted);
            long[] then = numbers(before.byCollection().getOrDefault(collection, "0 reads, 0 writes, 0 deletes"));
            if (!Arrays.equals(now, then)) {
                System.out.printf(
                        "  %-40s %3d reads %3d writes %3d deletes%n",
                        collection, now[0] - then[0], now[1] - then[1], now[2] - then[2]);
            }
        });
    }

    private static long[] numbers(String counted) {
        Matcher match = COUNTED.matcher(counted);
        assertThat(match.matches()).as(counted).isTrue();
        return new long[] {
            Long.parseLong(match.group(1)), Long.parseLong(match.group(2)), Long.parseLong(match.group(3))
        };
    }

    private static void play(Person player) {
        Hire hire = player.hires(Variant.SCOUT, 10_000);
        try (SessionLine line = SessionLine.open(player, hire.session())) {
            line.hear("session_started");
            for (int seq = 1; seq <= ANSWERS; seq++) {
                line.say(seq, "Who are you?");
            }
            line.send("end_session");
            line.hear("session_ended");
        }
        player.ends(hire.session());
    }

    @Test
    void aHireStaysBelowItsCeiling() throws Exception {
        try (StoreProcess store = StoreProcess.start(room.resolve("data"), Engines.CLOUD.environment())) {
            Person operator = Person.operator(new Client(store.url()));
            Person player = Person.withSilver(new Client(store.url()));
            // What only a first hire makes is made.
            play(player);
            Operations still = atRest(operator);
            Operations one = look(operator);
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            Operations other = look(operator);
            long readsALook = one.reads() - still.reads();
            double idleReads = (other.reads() - one.reads() - readsALook) / (double) (other.nanos() - one.nanos());
            double idleWrites = (other.writes() - one.writes()) / (double) (other.nanos() - one.nanos());

            looks = 0;
            play(player);
            atRest(operator);
            // What is folded together a second later belongs to it.
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            Operations after = atRest(operator);

            double nanos = after.nanos() - other.nanos();
            long reads = Math.round(after.reads() - other.reads() - looks * readsALook - idleReads * nanos);
            long writes = Math.round(after.writes() - other.writes() - idleWrites * nanos) - ANSWERS;
            long deletes = after.deletes() - other.deletes();
            System.out.printf(
                    "A hire on Firestore: %d reads, %d writes and one for each of %d flushes, %d deletes.%n",
                    reads, writes, ANSWERS, deletes);
            printDifference(other, after);
            assertThat(writes).as("writes").isBetween(1L, MOST_WRITES);
            assertThat(reads).as("reads").isBetween(1L, MOST_READS);
        }
    }
}

package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Person.Hire;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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
    private static final long MOST_WRITES = 90;

    private static final long MOST_READS = 170;

    private static final long IDLE_SECONDS = 5;

    @TempDir
    Path room;

    private int looks;

    private record Operations(long reads, long writes, long deletes, long pending, long nanos) {}

    private Operations look(Person operator) {
        looks++;
        var engines = operator.client().get("/admin/engines").is(200);
        return new Operations(
                engines.at("/documents/settings/reads").asLong(),
                engines.at("/documents/settings/writes").asLong(),
                engines.at("/documents/settings/deletes").asLong(),
                engines.at("/events/pending").asLong(),
                System.nanoTime());
    }

    private Operations atRest(Person operator) {
        return Eventually.see(() -> look(operator), seen -> seen.pending() == 0);
    }

    private static void play(Person player) {
        Hire hire = player.hires(Variant.SCOUT, 10_000);
        try (SessionLine line = SessionLine.open(player, hire.session())) {
            line.hear("session_started");
            for (int seq = 1; seq <= ANSWERS; seq++) {
                line.say(seq, "How am I doing?");
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
            Operations after = atRest(operator);

            double nanos = after.nanos() - other.nanos();
            long reads = Math.round(after.reads() - other.reads() - looks * readsALook - idleReads * nanos);
            long writes = Math.round(after.writes() - other.writes() - idleWrites * nanos) - ANSWERS;
            long deletes = after.deletes() - other.deletes();
            System.out.printf(
                    "A hire on Firestore: %d reads, %d writes and one for each of %d flushes, %d deletes.%n",
                    reads, writes, ANSWERS, deletes);
            assertThat(writes).as("writes").isBetween(1L, MOST_WRITES);
            assertThat(reads).as("reads").isBetween(1L, MOST_READS);
        }
    }
}

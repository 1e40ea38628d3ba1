package ai.jiga.store.live.firebase;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.live.LiveMirror;
import ai.jiga.store.live.LiveState;
import ai.jiga.store.live.testkit.LiveMirrorContract;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class FirebaseMirrorTest extends LiveMirrorContract {
    private static final Duration SOON = Duration.ofMillis(20);

    @Override
    protected Looking open() {
        return new Room(SOON, 1_000);
    }

    /// A database and a mirror of it.
    private static final class Room implements Looking {
        final PretendedDatabase database = new PretendedDatabase();
        final FirebaseMirror mirror;

        Room(Duration every, int mostWaiting) {
            mirror =
                    new FirebaseMirror(new DatabaseClient(database.address(), Bearer.ofEmulator()), every, mostWaiting);
        }

        @Override
        public LiveMirror mirror() {
            return mirror;
        }

        @Override
        public Optional<LiveState> look(String sessionId) {
            until(() -> mirror.waiting() == 0);
            return database.session(sessionId);
        }

        @Override
        public void close() {
            mirror.close();
            database.close();
        }
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.onSpinWait();
            Thread.yield();
        }
    }

    @Test
    void aSessionIsWrittenOnceInAWhileHoweverOftenItChanges() {
        var every = Duration.ofMillis(100);
        try (var room = new Room(every, 1_000)) {
            long consumed = 0;
            while (room.database.writes.size() < 4) {
                room.mirror.show("s1", state(++consumed));
            }
            assertThat(room.look("s1")).contains(state(consumed));
            for (int i = 1; i < room.database.writes.size(); i++) {
                long gap = room.database.writes.get(i).nanos()
                        - room.database.writes.get(i - 1).nanos();
                assertThat(Duration.ofNanos(gap)).isGreaterThanOrEqualTo(every.minusMillis(2));
            }
        }
    }

    @Test
    void manySessionsTakeFewRequests() {
        try (var room = new Room(Duration.ofMillis(500), 5_000)) {
            for (int i = 0; i < 1_200; i++) {
                room.mirror.show("s" + i, state(i));
            }
            assertThat(room.look("s1199")).contains(state(1_199));
            assertThat(room.database.writes)
                    .hasSize(3)
                    .allSatisfy(write ->
                            assertThat(write.body().size()).isLessThanOrEqualTo(FirebaseMirror.MOST_IN_A_WRITE));
        }
    }

    @Test
    void whileTheDatabaseHangsNobodyWaitsAndAfterwardsTheLatestStateIsThere() {
        try (var room = new Room(SOON, 1_000)) {
            room.database.gate = new CountDownLatch(1);
            room.mirror.show("s1", state(1));
            room.mirror.show("s2", state(1));
            for (int i = 2; i <= 1_000; i++) {
                room.mirror.show("s1", state(i));
            }
            room.mirror.remove("s2");
            assertThat(room.database.writes).isEmpty();

            room.database.gate.countDown();

            assertThat(room.look("s1")).contains(state(1_000));
            assertThat(room.look("s2")).isEmpty();
        }
    }

    @Test
    void aDatabaseThatRefusesIsToldOfAndTriedAgain() {
        try (var room = new Room(SOON, 1_000)) {
            room.database.status = 503;
            room.mirror.show("s1", state(1));
            until(() -> room.mirror.trouble().isPresent());
            room.mirror.show("s1", state(2));

            room.database.status = 200;

            assertThat(room.look("s1")).contains(state(2));
            assertThat(room.mirror.trouble()).isEmpty();
        }
    }

    @Test
    void whatWaitsIsBounded() {
        try (var room = new Room(Duration.ofHours(1), 10)) {
            for (int i = 0; i < 50; i++) {
                room.mirror.show("s" + i, state(i));
            }
            assertThat(room.mirror.waiting()).isEqualTo(10);
            room.mirror.show("s0", state(100));

            room.mirror.close();

            assertThat(room.database.session("s0")).contains(state(100));
            assertThat(room.database.session("s49")).isEmpty();
        }
    }

    @Test
    void theLastStatesAreWrittenBeforeItCloses() {
        try (var room = new Room(Duration.ofHours(1), 1_000)) {
            room.mirror.show("s1", state(7));
            room.mirror.close();
            assertThat(room.database.session("s1")).contains(state(7));
        }
    }

    @Test
    void whatIsWrittenIsWhatRulesAndClientsRead() {
        try (var room = new Room(SOON, 1_000)) {
            room.mirror.show("s1", state(1));
            assertThat(room.look("s1")).isPresent();
            assertThat(room.database.writes.getFirst().body())
                    .hasToString("{\"s1\":{\"status\":\"active\",\"dof\":{\"consumed\":1,\"remaining\":9999,"
                            + "\"rate\":3600},\"userId\":\"player\",\"ownerId\":\"owner\","
                            + "\"updatedAt\":1780315200000}}");
        }
    }

    @Test
    void aConfigurationIsJudgedAsAWhole() {
        assertThat(read("", "").problems()).isEmpty();
        assertThat(read("memory", "").problems()).isEmpty();
        assertThat(read("memory", "").url()).isNull();
        assertThat(read("firebase", "https://jiga-default-rtdb.europe-west1.firebasedatabase.app")
                        .problems())
                .isEmpty();
        assertThat(read("redis", "").problems()).hasSize(1);
        assertThat(read("firebase", "").problems()).hasSize(1);
        assertThat(read("", "https://jiga.firebaseio.com").problems()).hasSize(1);
        for (String wrong : new String[] {
            "jiga",
            "http://jiga.firebaseio.com",
            "https://jiga.firebaseio.com/sessions",
            "https://u@x.example",
            "https://jiga.firebaseio.com?ns=x",
            "http://127.0.0.1:9000?auth=x"
        }) {
            assertThat(read("firebase", wrong).problems()).as(wrong).hasSize(1);
        }
    }

    private static FirebaseDatabase read(String engine, String url) {
        return FirebaseDatabase.read(Map.of("JIGA_LIVE", engine, "JIGA_FIREBASE_DATABASE_URL", url));
    }
}

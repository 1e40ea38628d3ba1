package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import ai.jiga.store.e2e.Person.Hire;
import ai.jiga.store.e2e.Person.Wallet;
import ai.jiga.store.e2e.StoreProcess.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The store as a process: how it starts, stops, and is backed up.
@ExtendWith(RunningStore.class)
class ProcessTest {
    /// What a process that cannot start for a reason that the operator can mend ends with.
    private static final int CONFIGURATION = 78;

    /// Where nobody listens.
    private static final String NOBODY = "127.0.0.1:1";

    private final StoreProcess process;
    private final Client store;
    private final Path room;

    ProcessTest(StoreProcess process, Client store, @TempDir Path room) {
        this.process = process;
        this.store = store;
        this.room = room;
    }

    @Test
    void aBackupOfTheRunningStoreOpensElsewhereWithTheSameWalletsAndPictures() throws Exception {
        Person player = Person.withSilver(store);
        Hire hire = player.hires(Variant.SCOUT, 10_000);
        Variant variant = Variant.by(player);
        String picture = player.client()
                .put("/agents/" + variant.id() + "/image", PicturesTest.png(64, 1), "Content-Type", "image/png")
                .is(200)
                .text("/imageUrl");
        Wallet wallet = player.wallet();
        Path file = room.resolve("backup.jiga");
        Path elsewhere = room.resolve("restored");

        Ended backedUp = StoreProcess.run(process.data(), Map.of(), "backup", file.toString());
        assertThat(backedUp.exitCode()).as(backedUp.said()).isZero();
        player.buys("bronze");
        Ended restored = StoreProcess.run(elsewhere, Map.of(), "restore", file.toString());
        assertThat(restored.exitCode()).as(restored.said()).isZero();

        try (StoreProcess second = StoreProcess.start(elsewhere)) {
            Client there = new Client(second.url());
            Answer signIn = there.post("/auth/login", Map.of("email", player.email(), "password", Person.PASSWORD))
                    .is(200);
            Person again = new Person(there.as(signIn.text("/accessToken")), player.id(), player.email());
            assertThat(again.wallet()).isEqualTo(wallet);
            assertThat(again.ends(hire.session()).amount("/released")).isEqualTo(10_000);
            assertThat(there.get("/marketplace?limit=100").is(200).json().findValuesAsText("listingId"))
                    .contains(Variant.SCOUT);
            String shown = again.client().get("/agents/" + variant.id()).is(200).text("/imageUrl");
            assertThat(shown).startsWith(second.url().toString()).endsWith(picture.substring(picture.lastIndexOf('/')));
            assertThat(there.get(shown).is(200).bytes())
                    .isEqualTo(store.get(picture).is(200).bytes());
            assertThat(second.stop(Duration.ofSeconds(10))).isIn(0, 143);
        }
        Ended books = StoreProcess.run(elsewhere, Map.of(), "ledger", "verify");
        assertThat(books.exitCode()).as(books.said()).isZero();
    }

    @Test
    void aDamagedBackupIsRefused() throws Exception {
        Path file = room.resolve("backup.jiga");
        Ended backedUp = StoreProcess.run(process.data(), Map.of(), "backup", file.toString());
        assertThat(backedUp.exitCode()).as(backedUp.said()).isZero();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        Ended refused = StoreProcess.run(room.resolve("restored"), Map.of(), "restore", file.toString());

        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.said()).isNotBlank().doesNotContain("\tat ");
        assertThat(room.resolve("restored/store.db")).doesNotExist();
    }

    @Test
    void aSecondProcessInTheSameFolderEndsWithASentence() throws Exception {
        Ended second = StoreProcess.run(process.data(), Map.of());

        assertThat(second.exitCode()).as(second.said()).isEqualTo(CONFIGURATION);
        assertThat(second.said())
                .contains(process.data() + " is in use by another JIGA Store")
                .doesNotContain("\tat ", "Exception");
        store.get(store.url("/ready")).is(200);
    }

    @Test
    void everythingThatIsWrongWithTheConfigurationIsSaidAtOnce() throws Exception {
        Path noFolder = Files.writeString(room.resolve("a-file"), "in the way").resolve("data");

        Ended refused = StoreProcess.run(
                noFolder,
                Map.of(
                        "JIGA_PORT", "eighty",
                        "JIGA_PAYMENTS", "gold",
                        "JIGA_PUBLIC_URL", "store.example",
                        "JIGA_ADMIN_EMAIL", "somebody",
                        "JIGA_RATE_LIMIT_USER", "-5",
                        "JIGA_SEED", "perhaps"));

        assertThat(refused.exitCode()).isEqualTo(CONFIGURATION);
        assertThat(refused.said())
                .contains("JIGA_PORT", "'eighty'", "JIGA_PAYMENTS", "'gold'", "JIGA_PUBLIC_URL", "JIGA_ADMIN_EMAIL")
                .contains("JIGA_RATE_LIMIT_USER", "'-5'", "JIGA_SEED", "'perhaps'", noFolder.toString())
                .doesNotContain("\tat ", "Exception");
    }

    @Test
    void documentsThatCannotBeReachedAreNamedAtStart() throws Exception {
        Ended refused = StoreProcess.run(
                room.resolve("data"),
                Map.of(
                        "JIGA_DOCUMENTS", "firestore",
                        "GOOGLE_CLOUD_PROJECT", "nowhere-jiga",
                        "FIRESTORE_EMULATOR_HOST", NOBODY));

        assertThat(refused.exitCode()).as(refused.said()).isEqualTo(CONFIGURATION);
        assertThat(refused.said())
                .contains("Firestore of project nowhere-jiga", NOBODY, "FIRESTORE_EMULATOR_HOST")
                .doesNotContain("\tat ");
    }

    @Test
    void aQueueThatCannotBeReachedIsNamedAtStart() throws Exception {
        Ended refused = StoreProcess.run(
                room.resolve("data"),
                Map.of(
                        "JIGA_EVENTS", "pubsub",
                        "GOOGLE_CLOUD_PROJECT", "nowhere-jiga",
                        "PUBSUB_EMULATOR_HOST", NOBODY));

        assertThat(refused.exitCode()).as(refused.said()).isEqualTo(CONFIGURATION);
        assertThat(refused.said())
                .contains("Pub/Sub in project nowhere-jiga", NOBODY, "PUBSUB_EMULATOR_HOST")
                .doesNotContain("\tat ");
    }

    @Test
    void credentialsThatCannotSignAreNamedAtStart() throws Exception {
        Ended refused = StoreProcess.run(
                room.resolve("data"),
                Map.of(
                        "JIGA_ASSETS", "gcs",
                        "JIGA_ASSETS_BUCKET", "nobodys-pictures",
                        "GOOGLE_APPLICATION_CREDENTIALS",
                                room.resolve("no-key.json").toString()));

        assertThat(refused.exitCode()).as(refused.said()).isEqualTo(CONFIGURATION);
        assertThat(refused.said()).contains("GOOGLE_APPLICATION_CREDENTIALS").doesNotContain("\tat ");
    }

    @Test
    void aStoreThatIsStoppedPausesItsSessionsAndTheyGoOnAfterwards() throws Exception {
        Path data = room.resolve("data");
        Hire hire;
        Person player;
        long consumed;
        try (StoreProcess first = StoreProcess.start(data)) {
            player = Person.withSilver(new Client(first.url()));
            hire = player.hires(Variant.SCOUT, 10_000);
            try (SessionLine line = SessionLine.open(player, hire.session())) {
                line.hear("session_started");
                line.say(1, "Who are you?");

                assertThat(first.stop(Duration.ofSeconds(10))).isIn(0, 143);

                assertThat(line.closed()).isEqualTo(1012);
            }
        }
        try (StoreProcess second = StoreProcess.start(data)) {
            Client there = new Client(second.url());
            Answer signIn = there.post("/auth/login", Map.of("email", player.email(), "password", Person.PASSWORD))
                    .is(200);
            Person again = new Person(there.as(signIn.text("/accessToken")), player.id(), player.email());
            Answer paused = again.session(hire.session());
            assertThat(paused.text("/status")).isEqualTo("paused");
            consumed = paused.amount("/dof/consumed");
            assertThat(again.wallet().held()).isEqualTo(10_000);
            try (SessionLine line = SessionLine.open(again, hire.session())) {
                assertThat(line.hear("session_started").amount("resumedFromSeq"))
                        .isEqualTo(1);
                line.say(2, "Who are you?");
            }
            assertThat(again.ends(hire.session()).amount("/consumed")).isGreaterThan(consumed);
        }
    }
}

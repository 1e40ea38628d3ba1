package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import ai.jiga.store.e2e.Person.Hire;
import ai.jiga.store.e2e.Person.Wallet;
import ai.jiga.store.emulators.FirebaseAuthEmulator;
import ai.jiga.store.emulators.testkit.Emulators;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Players who sign in with Firebase Auth, at a store that accepts it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirebaseAuthTest {
    private static final String SCOUT = "scout-observer-001";
    private static final long ALLOCATION = 10_000;

    private Path room;
    private FirebasePlayers firebase;
    private StoreProcess process;
    private Client store;

    @BeforeAll
    void start(@TempDir Path room) throws Exception {
        this.room = room;
        FirebaseAuthEmulator emulator = Emulators.firebaseAuth();
        firebase = new FirebasePlayers(emulator.host());
        process = StoreProcess.start(room.resolve("data"), emulator.environment());
        store = new Client(process.url());
    }

    @AfterAll
    void stop() {
        if (process != null) {
            process.close();
        }
    }

    @Test
    void whoSignedUpAtFirebaseHiresAnAgentHere() {
        FirebasePlayers.Player ada = firebase.signUp("Ada");
        Person player = ada.at(store);

        // The very first request: nobody has heard of her, and no wallet is there yet.
        Answer refused = player.tryToHire(SCOUT, ALLOCATION).isProblem(402, "INSUFFICIENT_DOFS");
        assertThat(refused.amount("/available")).isZero();
        player.buys("silver");
        Hire hire = player.hires(SCOUT, ALLOCATION);
        try (SessionLine line = SessionLine.open(player, hire.session())) {
            line.hear("session_started");
            line.say(1, "Who are you?");
        }

        assertThat(player.session(hire.session()).text("/userId")).isEqualTo(ada.uid());
        assertThat(player.ends(hire.session()).amount("/consumed")).isPositive();
        assertThat(player.transactions("type=hire")).isEqualTo(1);
    }

    @Test
    void theAccountHasWhatFirebaseSaysAndIsNobodyElses() {
        FirebasePlayers.Player ada = firebase.signUp("Ada");
        Client client = ada.at(store).client();

        Answer user = client.get("/auth/user").is(200);

        assertThat(user.text("/id")).isEqualTo(ada.uid());
        assertThat(user.text("/displayName")).isEqualTo("Ada");
        assertThat(user.text("/email")).isEqualTo(ada.email());
        assertThat(user.text("/role")).isEqualTo("user");
        // The address was never verified: it is still anybody's to register, and opens nothing of hers.
        Person other = Person.register(store, ada.email());
        assertThat(other.id()).isNotEqualTo(ada.uid());
        assertThat(client.get("/profile").is(200).text("/id")).isEqualTo(ada.uid());
    }

    @Test
    void tenFirstRequestsAtOnceMakeOneAccount() throws Exception {
        Person player = firebase.signUp("Bob").at(store);

        List<Answer> answers =
                Eventually.atOnce(10, () -> player.client().get("/profile").is(200));

        assertThat(answers).extracting(answer -> answer.text("/id")).containsOnly(player.id());
        assertThat(answers).extracting(answer -> answer.text("/createdAt")).hasSameSizeAs(answers);
        assertThat(answers.stream().map(answer -> answer.text("/createdAt")).distinct())
                .hasSize(1);
        assertThat(player.wallet()).isEqualTo(new Wallet(0, 0, 0, 0));
        // Their wallet is there as soon as the event is through: somebody can send them DOF.
        Person sender = Person.withSilver(store);
        Eventually.see(
                () -> sender.client()
                        .post("/transactions/transfer", Map.of("toUserId", player.id(), "amount", 1_000))
                        .status(),
                status -> status == 201);
        assertThat(player.wallet().balance()).isEqualTo(1_000);
    }

    @Test
    void anOperatorsAddressAtFirebaseMakesNoOperator() {
        Client pretender =
                firebase.signUp("Boss", StoreProcess.OPERATOR).at(store).client();

        assertThat(pretender.get("/auth/user").is(200).text("/role")).isEqualTo("user");
        pretender.get("/admin/books").isProblem(403, "FORBIDDEN");
        Person.operator(store).client().get("/admin/books").is(200);
    }

    @Test
    void theStoreWarnsLoudlyAtItsStart() throws Exception {
        assertThat(Files.readString(StoreProcess.log(process.data()))).contains("TOKENS WITHOUT A SIGNATURE ARE TAKEN");
    }

    @Test
    void aStoreThatStrangersReachDoesNotStartWithTheEmulator() throws Exception {
        var environment = new HashMap<>(Emulators.firebaseAuth().environment());
        environment.put("JIGA_PUBLIC_URL", "https://store.example");

        StoreProcess.Ended ended = StoreProcess.run(room.resolve("public"), environment);

        assertThat(ended.exitCode()).isEqualTo(78);
        assertThat(ended.said()).contains("FIREBASE_AUTH_EMULATOR_HOST is set, and JIGA_PUBLIC_URL is");
    }

    @Test
    void withoutTheEmulatorSetItsTokensAreRefused() throws Exception {
        var environment = Map.of("JIGA_ISSUERS", "firebase:" + FirebaseAuthEmulator.PROJECT);
        try (StoreProcess strict = StoreProcess.start(room.resolve("strict"), environment)) {
            firebase.signUp("Eve")
                    .at(new Client(strict.url()))
                    .client()
                    .get("/profile")
                    .isProblem(401, "INVALID_TOKEN");
        }
    }
}

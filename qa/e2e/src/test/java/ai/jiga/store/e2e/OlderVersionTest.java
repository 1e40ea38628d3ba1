package ai.jiga.store.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import ai.jiga.store.e2e.StoreProcess.Ended;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A store of the version before was killed, and this one starts on what it left.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OlderVersionTest {
    private static final String KEY = "a-key-that-is-kept";

    private OlderFolder older;
    private Path data;
    private @Nullable StoreProcess process;
    private Client store;

    @BeforeAll
    void starts(@TempDir Path room) throws Exception {
        older = OlderFolder.ofFormat2();
        data = room.resolve("data");
        older.unpackInto(data);
        process = StoreProcess.start(data);
        store = new Client(process.url());
    }

    @AfterAll
    void ends() {
        if (process != null) {
            process.close();
        }
    }

    private static Person person(Client store, String name) {
        String email = name + "@e2e.example";
        Answer signIn = store.post("/auth/login", Map.of("email", email, "password", Person.PASSWORD))
                .is(200);
        return new Person(store.as(signIn.text("/accessToken")), signIn.text("/user/id"), email);
    }

    private Person person(String name) {
        return person(store, name);
    }

    private String sessionOf(String name) throws Exception {
        return older.kept("sessions.json").path(name).textValue();
    }

    /// All of it came back, but for what the session came to.
    private static void isPaid(Person player, String session) {
        Eventually.see(player::wallet, wallet -> wallet.held() == 0);
        long consumed = player.session(session).amount("/dof/consumed");
        assertThat(player.wallet().balance()).isEqualTo(Person.SILVER - consumed);
        assertThat(player.wallet().available()).isEqualTo(Person.SILVER - consumed);
    }

    @Test
    void whatItWasIsKeptBeside() {
        assertThat(data.resolve("before-format-3.backup")).exists();
    }

    @Test
    void aPausedSessionGoesOnAndIsPaidOnce() throws Exception {
        Person player = person("paused");
        String session = sessionOf("paused");
        Answer paused = player.session(session);
        assertThat(paused.text("/status")).isEqualTo("paused");
        assertThat(player.wallet().held()).isEqualTo(10_000);
        long consumed = paused.amount("/dof/consumed");

        try (SessionLine line = SessionLine.open(player, session)) {
            assertThat(line.hear("session_started").amount("resumedFromSeq")).isEqualTo(1);
            line.say(2, "Who are you?");
        }
        assertThat(player.ends(session).amount("/consumed")).isGreaterThan(consumed);
        isPaid(player, session);
    }

    @Test
    void aKeyThatWasAnsweredIsAnsweredSoAgain() throws Exception {
        Person player = person("paused");

        Answer again =
                player.tryToHire(Variant.SCOUT, 10_000, "Idempotency-Key", KEY).is(201);

        assertThat(again.replayed()).isTrue();
        assertThat(withoutConnection(again.json())).isEqualTo(withoutConnection(older.kept("hired.json")));
        assertThat(player.transactions("type=hire")).isEqualTo(1);
    }

    /// The address is that of the running store, and the ticket is made anew.
    private static JsonNode withoutConnection(JsonNode hired) {
        ObjectNode copy = hired.deepCopy();
        copy.remove("connection");
        return copy;
    }

    @Test
    void aSessionThatSomebodySatInIsPaused() throws Exception {
        Person player = person("seated");
        String session = sessionOf("seated");
        Eventually.see(() -> player.session(session).text("/status"), "paused"::equals);

        assertThat(player.ends(session).amount("/consumed")).isPositive();
        isPaid(player, session);
    }

    @Test
    void aSessionThatNobodyEnteredIsEnteredNow() throws Exception {
        Person player = person("never");
        String session = sessionOf("never");
        try (SessionLine line = SessionLine.open(player, session)) {
            line.hear("session_started");
            line.say(1, "Who are you?");
        }
        assertThat(player.ends(session).amount("/consumed")).isPositive();
        isPaid(player, session);
    }

    @Test
    void sessionsThatWereBeingEndedAreSettledOnceAndTold() throws Exception {
        for (String name :
                IntStream.range(0, 12).mapToObj(number -> "ending" + number).toList()) {
            Person player = person(name);
            String session = sessionOf(name);
            player.ends(session);
            isPaid(player, session);
            Eventually.see(() -> toldOfTheEnd(player, session), told -> told == 1);
        }
    }

    private static long toldOfTheEnd(Person player, String session) {
        return player.client()
                .get("/notifications?limit=100")
                .is(200)
                .at("/items")
                .valueStream()
                .filter(told -> told.path("kind").asText().equals("session_ended"))
                .filter(told -> told.path("sessionId").asText().equals(session))
                .count();
    }

    @Test
    void aReceiptThatWasSignedIsTheSame() throws Exception {
        Answer receipt = person("settled")
                .client()
                .get("/sessions/" + sessionOf("settled") + "/receipt")
                .is(200);

        assertThat(receipt.content()).isEqualTo(new String(older.file("receipt.json"), UTF_8));
        assertThat(store.get(store.url("/.well-known/jwks.json"))
                        .is(200)
                        .at("/keys")
                        .findValuesAsText("kid"))
                .contains(receipt.text("/keyId"));
    }

    @Test
    void anEventThatWasParkedIsSentAgain() throws Exception {
        Person operator = Person.operator(store);
        Person player = person("settled");
        String session = sessionOf("settled");
        List<JsonNode> parked = operator.client()
                .get("/admin/dead-letters")
                .is(200)
                .at("/items")
                .valueStream()
                .toList();
        assertThat(parked).singleElement().satisfies(letter -> {
            assertThat(letter.path("handler").asText()).isEqualTo("notification.of-session-ended");
            assertThat(letter.at("/data/sessionId").asText()).isEqualTo(session);
        });
        assertThat(toldOfTheEnd(player, session)).isZero();

        operator.client()
                .post("/admin/dead-letters/" + parked.getFirst().path("id").asText() + "/retry", Map.of())
                .is(202);

        Eventually.see(() -> toldOfTheEnd(player, session), told -> told == 1);
        Eventually.see(
                () -> operator.client()
                        .get("/admin/dead-letters")
                        .is(200)
                        .at("/items")
                        .size(),
                left -> left == 0);
    }

    @Test
    void theBooksAddUpOnceAllHasEnded(@TempDir Path room) throws Exception {
        Path again = room.resolve("data");
        older.unpackInto(again);
        try (StoreProcess second = StoreProcess.start(again)) {
            Client there = new Client(second.url());
            for (String name : List.of("paused", "never", "seated", "ending0", "ending11")) {
                person(there, name).ends(sessionOf(name));
            }
            assertThat(second.stop(Duration.ofSeconds(10))).isIn(0, 143);
        }
        Ended books = StoreProcess.run(again, Map.of(), "ledger", "verify");
        assertThat(books.exitCode()).as(books.said()).isZero();
    }
}

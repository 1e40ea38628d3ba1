package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import ai.jiga.store.e2e.Person.Hire;
import ai.jiga.store.e2e.Person.Wallet;
import ai.jiga.store.e2e.SessionLine.Frame;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a session costs, and how it ends.
@ExtendWith(RunningStore.class)
class MeteringTest {
    private static final long ALLOCATION = 10_000;
    private static final long CHAT = 100;

    private final Client store;

    MeteringTest(Client store) {
        this.store = store;
    }

    @Test
    void whatWasConsumedIsTheSumOfItsLinesAndTheRestComesBack() {
        Person player = Person.withSilver(store);
        Hire hire = player.hires(Variant.SCOUT, ALLOCATION);
        try (SessionLine line = SessionLine.open(player, hire.session())) {
            line.hear("session_started");
            line.say(1, "Who are you?");
            line.send("end_session");
            assertThat(line.hear("session_ended").text("reason")).isEqualTo("ended_by_player");
            assertThat(line.closed()).isEqualTo(1000);
        }

        Answer ended = player.ends(hire.session());

        long consumed = ended.amount("/consumed");
        Answer usage = player.client()
                .get("/sessions/" + hire.session() + "/usage?limit=100")
                .is(200);
        assertThat(usage.json().findValues("dof").stream().mapToLong(dof -> dof.longValue()))
                .as(usage.toString())
                .satisfies(lines -> assertThat(
                                lines.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(consumed));
        assertThat(ended.amount("/released")).isEqualTo(ALLOCATION - consumed);
        assertThat(Stream.of("owner", "platform", "creator").mapToLong(who -> ended.amount("/distribution/" + who)))
                .satisfies(shares -> assertThat(
                                shares.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(consumed));
        assertThat(player.wallet()).isEqualTo(new Wallet(Person.SILVER - consumed, Person.SILVER - consumed, 0, 0));
    }

    @Test
    void theReceiptIsVerifiedWithThePublishedKeysAlone() throws Exception {
        Person player = Person.withSilver(store);
        Hire hire = player.hires(Variant.SCOUT, ALLOCATION);
        play(player, hire);
        Answer ended = player.ends(hire.session());

        Answer answer = Eventually.see(
                () -> player.client().get("/sessions/" + hire.session() + "/receipt"), seen -> seen.status() != 409);

        JWSObject receipt = JWSObject.parse(answer.is(200).text("/receipt"));
        JWKSet keys = JWKSet.parse(
                store.get(store.url("/.well-known/jwks.json")).is(200).content());
        assertThat(receipt.verify(new ECDSAVerifier(
                        keys.getKeyByKeyId(receipt.getHeader().getKeyID()).toECKey())))
                .isTrue();
        assertThat(receipt.getPayload().toString())
                .contains(hire.session())
                .contains("\"consumed\":" + ended.amount("/consumed"));
    }

    @Test
    void aFrameSentAgainIsNotChargedAgain() {
        Person player = Person.withSilver(store);
        Hire hire = player.hires(Variant.SCOUT, ALLOCATION);
        try (SessionLine line = SessionLine.open(player, hire.session())) {
            line.hear("session_started");
            long price = line.say(1, "Who are you?").amount("dofConsumed");

            Frame again = line.say(1, "Who are you?");

            assertThat(price).isPositive();
            assertThat(again.data().path("replayed").asBoolean()).isTrue();
            assertThat(again.amount("dofConsumed")).isEqualTo(price);
        }
        try (SessionLine line = SessionLine.open(player, hire.session())) {
            assertThat(line.hear("session_started").amount("resumedFromSeq")).isEqualTo(1);
            assertThat(line.say(1, "Who are you?").data().path("replayed").asBoolean())
                    .isTrue();
        }
        assertThat(chargedFor(player, hire, 1)).hasSize(1);
    }

    @Test
    void whatIsSaidInAPauseIsRefusedAndNotCharged() {
        Person player = Person.withSilver(store);
        Hire hire = player.hires(Variant.SCOUT, ALLOCATION);
        try (SessionLine line = SessionLine.open(player, hire.session())) {
            line.hear("session_started");
            line.hear("dof_update");
            line.send("pause");
            Eventually.see(
                    () -> line.hear("dof_update"),
                    update -> update.data().path("paused").asBoolean());

            line.send("text_input", 1L, Map.of("text", "Who are you?"));
            assertThat(line.hear("error").text("code")).isEqualTo("SESSION_PAUSED");

            assertThat(player.session(hire.session()).text("/status")).isEqualTo("paused");
            line.send("resume");
            line.say(1, "Who are you?");
        }
        assertThat(chargedFor(player, hire, 1)).hasSize(1);
    }

    @Test
    void theClockStandsInAPause() {
        Person player = Person.withSilver(store);
        Hire hire = player.hires(Variant.SCOUT, ALLOCATION);
        try (SessionLine line = SessionLine.open(player, hire.session())) {
            line.hear("session_started");
            line.send("pause");
            Eventually.see(
                    () -> player.session(hire.session()),
                    seen -> seen.text("/status").equals("paused"));
            long stood = activeMillis(player, hire);

            // Two updates later, as the store sends them, real time has gone by.
            long before = System.nanoTime();
            Eventually.see(System::nanoTime, now -> now - before > 1_500_000_000L);

            assertThat(activeMillis(player, hire)).isEqualTo(stood);
            line.send("resume");
            Eventually.see(() -> activeMillis(player, hire), millis -> millis > stood);
        }
    }

    @Test
    void theClockStandsWhileThePlayerIsAway() {
        Person player = Person.withSilver(store);
        Hire hire = player.hires(Variant.SCOUT, ALLOCATION);
        play(player, hire);

        Answer away = Eventually.see(
                () -> player.session(hire.session()),
                seen -> seen.text("/status").equals("paused"));

        long stood = away.amount("/metrics/activeMillis");
        long before = System.nanoTime();
        Eventually.see(System::nanoTime, now -> now - before > 500_000_000L);
        assertThat(activeMillis(player, hire)).isEqualTo(stood);
    }

    @Test
    void aSessionEndsWhenItsAllocationIsUsedUpAndNeverCostsMore() {
        Person player = Person.withSilver(store);
        Hire hire = player.hires(Variant.SCOUT, 250);
        try (SessionLine line = SessionLine.open(player, hire.session())) {
            line.hear("session_started");
            line.say(1, "Who are you?");
            line.say(2, "Who are you?");
            line.send("text_input", 3L, Map.of("text", "Who are you?"));
            Frame refused = line.hear("error");
            assertThat(refused.text("code")).isEqualTo("ALLOCATION_EXHAUSTED");
            assertThat(refused.amount("required")).isGreaterThan(refused.amount("remaining"));
            assertThat(line.hear("session_ended").text("reason")).isEqualTo("allocation_exhausted");
        }

        Answer ended = player.ends(hire.session());

        assertThat(ended.text("/reason")).isEqualTo("allocation_exhausted");
        assertThat(ended.amount("/consumed")).isBetween(2 * CHAT, 250L);
        assertThat(ended.amount("/consumed") + ended.amount("/released")).isEqualTo(250);
        assertThat(player.wallet().available()).isEqualTo(Person.SILVER - ended.amount("/consumed"));
        assertThat(chargedFor(player, hire, 3)).isEmpty();
    }

    @Test
    void aSessionEndedByTwoClientsAtOnceIsSettledOnce() throws Exception {
        Person player = Person.withSilver(store);
        Hire hire = player.hires(Variant.SCOUT, ALLOCATION);
        play(player, hire);

        List<Answer> answers = Eventually.atOnce(4, () -> player.ends(hire.session()));

        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(player.wallet().balance())
                .isEqualTo(Person.SILVER - answers.getFirst().amount("/consumed"));
        assertThat(player.wallet().held()).isZero();
    }

    @Test
    void whoWasChargedReviewsOnce() {
        Person player = Person.withSilver(store);
        Hire hire = player.hires(Variant.by(Person.withSilver(store)).published(), ALLOCATION);
        String path = "/sessions/" + hire.session() + "/review";
        Map<String, Object> review = Map.of("rating", 5, "comment", "Saw them all coming.");
        play(player, hire);
        player.ends(hire.session());
        player.client().get(path).isProblem(404, "REVIEW_NOT_FOUND");

        Eventually.see(() -> player.client().post(path, review), answer -> answer.status() != 409)
                .is(201);

        player.client().post(path, review).isProblem(409, "ALREADY_REVIEWED");
        assertThat(player.client().get(path).is(200).text("/comment")).isEqualTo("Saw them all coming.");
    }

    private static void play(Person player, Hire hire) {
        try (SessionLine line = SessionLine.open(player, hire.session())) {
            line.hear("session_started");
            line.say(1, "Who are you?");
        }
    }

    private static long activeMillis(Person player, Hire hire) {
        return player.session(hire.session()).amount("/metrics/activeMillis");
    }

    /// The usage lines that this frame caused.
    private static List<String> chargedFor(Person player, Hire hire, long seq) {
        return player.client()
                .get("/sessions/" + hire.session() + "/usage?limit=100")
                .is(200)
                .at("/items")
                .valueStream()
                .filter(line -> line.path("seq").asLong() == seq)
                .map(Object::toString)
                .toList();
    }
}

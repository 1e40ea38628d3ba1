package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import ai.jiga.store.e2e.Person.Hire;
import ai.jiga.store.e2e.Person.Wallet;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Hires that go well, go wrong, or come twice.
@ExtendWith(RunningStore.class)
class HiringTest {
    private static final String SCOUT = "scout-observer-001";
    private static final String KEY = "Idempotency-Key";
    private static final long ALLOCATION = 10_000;

    private final Client store;

    HiringTest(Client store) {
        this.store = store;
    }

    @Test
    void aHireHoldsItsAllocation() {
        Person player = Person.withSilver(store);

        Answer hired = player.tryToHire(SCOUT, ALLOCATION).is(201);

        assertThat(hired.amount("/contract/dofAllocated")).isEqualTo(ALLOCATION);
        assertThat(hired.amount("/contract/baseRate")).isEqualTo(3_000);
        assertThat(player.wallet()).isEqualTo(new Wallet(Person.SILVER, Person.SILVER - ALLOCATION, ALLOCATION, 0));
    }

    @Test
    void whoCannotPayIsToldHowMuchIsLackingAndNothingIsHeld() {
        Person player = Person.register(store);

        Answer refused = player.tryToHire(SCOUT, ALLOCATION).isProblem(402, "INSUFFICIENT_DOFS");

        assertThat(refused.amount("/required")).isEqualTo(ALLOCATION);
        assertThat(refused.amount("/available")).isZero();
        assertThat(refused.amount("/shortfall")).isEqualTo(ALLOCATION);
        assertThat(player.wallet()).isEqualTo(new Wallet(0, 0, 0, 0));
        player.buys("silver");
        player.hires(SCOUT, ALLOCATION);
    }

    @Test
    void anAllocationOfLessThanFiveMinutesIsRefused() {
        Person player = Person.withSilver(store);

        player.tryToHire(SCOUT, 249).isProblem(422, "ALLOCATION_TOO_SMALL");

        player.hires(SCOUT, 250);
    }

    @Test
    void aSessionSaysWhomItIsWithAsItWasCalledAtTheHire() {
        Variant variant = Variant.by(Person.withSilver(store));
        String listing = variant.published();
        String called =
                variant.owner().client().get("/agents/" + variant.id()).is(200).text("/name");
        Person player = Person.withSilver(store);
        Hire hire = player.hires(listing, ALLOCATION);

        Client owner = variant.owner().client();
        owner.patch("/variants/" + variant.id(), Map.of("name", "Somebody else"))
                .is(200);

        for (Answer said :
                List.of(player.session(hire.session()), player.client().get("/sessions"))) {
            String at = said.at("/items").isMissingNode() ? "" : "/items/0";
            assertThat(said.text(at + "/agent/name")).isEqualTo(called);
            assertThat(said.text(at + "/agent/rank")).isEqualTo("Bronze");
        }
    }

    @Test
    void aSecondHireOfTheSameAgentNamesTheSessionThatIsThere() {
        Person player = Person.withSilver(store);
        Hire hire = player.hires(SCOUT, ALLOCATION);

        Answer refused = player.tryToHire(SCOUT, ALLOCATION).isProblem(409, "SESSION_ALREADY_ACTIVE");

        assertThat(refused.text("/sessionId")).isEqualTo(hire.session());
        assertThat(player.wallet().held()).isEqualTo(ALLOCATION);
    }

    @Test
    void ofHiresAtOnceOneWins() throws Exception {
        Person player = Person.withSilver(store);

        List<Answer> answers = Eventually.atOnce(4, () -> player.tryToHire(SCOUT, ALLOCATION));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409, 409, 409);
        assertThat(player.wallet().held()).isEqualTo(ALLOCATION);
    }

    @Test
    void aFourthSessionIsRefused() {
        Person player = Person.withSilver(store);
        Hire first = player.hires(SCOUT, ALLOCATION);
        player.hires("nova-coordinator-001", ALLOCATION);
        player.hires("echo-assistant-001", ALLOCATION);

        player.tryToHire("ghost-analyst-001", ALLOCATION).isProblem(409, "TOO_MANY_SESSIONS");

        assertThat(player.wallet().held()).isEqualTo(3 * ALLOCATION);
        player.ends(first.session());
        player.hires("ghost-analyst-001", ALLOCATION);
    }

    @Test
    void aRepeatedHireIsAnsweredTheSameButForItsTicket() {
        Person player = Person.withSilver(store);
        String key = UUID.randomUUID().toString();

        Answer first = player.tryToHire(SCOUT, ALLOCATION, KEY, key).is(201);
        Answer again = player.tryToHire(SCOUT, ALLOCATION, KEY, key).is(201);

        assertThat(first.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        assertThat(withoutTicket(again)).isEqualTo(withoutTicket(first));
        assertThat(again.text("/connection/ticket")).isNotEqualTo(first.text("/connection/ticket"));
        assertThat(player.wallet().held()).isEqualTo(ALLOCATION);
        player.tryToHire(SCOUT, ALLOCATION + 1, KEY, key).isProblem(409, "IDEMPOTENCY_KEY_MISMATCH");
    }

    @Test
    void aHireSentFiveTimesAtOnceIsOneHire() throws Exception {
        Person player = Person.withSilver(store);
        String key = UUID.randomUUID().toString();

        List<Answer> answers = Eventually.atOnce(5, () -> player.tryToHire(SCOUT, ALLOCATION, KEY, key));

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers).extracting(HiringTest::withoutTicket).containsOnly(withoutTicket(answers.getFirst()));
        assertThat(player.wallet().held()).isEqualTo(ALLOCATION);
    }

    @Test
    void afterARefusalForLackOfDofTheSameKeyTriesAgain() {
        Person player = Person.register(store);
        String key = UUID.randomUUID().toString();
        player.tryToHire(SCOUT, ALLOCATION, KEY, key).isProblem(402, "INSUFFICIENT_DOFS");
        player.buys("silver");

        Answer first = player.tryToHire(SCOUT, ALLOCATION, KEY, key).is(201);
        Answer again = player.tryToHire(SCOUT, ALLOCATION, KEY, key).is(201);

        assertThat(first.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        assertThat(withoutTicket(again)).isEqualTo(withoutTicket(first));
        assertThat(player.wallet().held()).isEqualTo(ALLOCATION);
    }

    @Test
    void aHireThatNobodyConnectsToCostsNothing() {
        Person player = Person.withSilver(store);
        Hire hire = player.hires(SCOUT, ALLOCATION);

        Answer ended = player.ends(hire.session());

        assertThat(ended.amount("/consumed")).isZero();
        assertThat(ended.amount("/released")).isEqualTo(ALLOCATION);
        assertThat(player.wallet()).isEqualTo(new Wallet(Person.SILVER, Person.SILVER, 0, 0));
        player.client()
                .post("/sessions/" + hire.session() + "/review", Map.of("rating", 1, "comment", "Never met it."))
                .isProblem(403, "NOT_CHARGED");
    }

    @Test
    void aSessionEndedTwiceIsAnsweredTheSame() {
        Person player = Person.withSilver(store);
        Hire hire = player.hires(SCOUT, ALLOCATION);

        assertThat(player.ends(hire.session())).isEqualTo(player.ends(hire.session()));
    }

    @Test
    void aSessionOfAnotherIsNotToBeFound() {
        String path =
                "/sessions/" + Person.withSilver(store).hires(SCOUT, ALLOCATION).session();
        Client other = Person.register(store).client();

        other.get(path).isProblem(404, "SESSION_NOT_FOUND");
        other.delete(path).isProblem(404, "SESSION_NOT_FOUND");
        other.get(path + "/usage").isProblem(404, "SESSION_NOT_FOUND");
        other.get(path + "/receipt").isProblem(404, "SESSION_NOT_FOUND");
        other.post(path + "/connection", Map.of()).isProblem(404, "SESSION_NOT_FOUND");
        other.put(path, Map.of("configuration", Map.of())).isProblem(404, "SESSION_NOT_FOUND");
        other.get(path + "/review").isProblem(404, "REVIEW_NOT_FOUND");
        other.post(path + "/review", Map.of("rating", 1, "comment", "Not mine."))
                .isProblem(404, "SESSION_NOT_FOUND");
        store.get(path).isProblem(401, "UNAUTHORIZED");
    }

    @Test
    void aTrialIsFreeAndOnlyOnce() {
        Person player = Person.register(store);
        Map<String, String> trial = Map.of("agentId", SCOUT, "type", "trial");
        Answer begun = player.client().post("/sessions", trial).is(201);
        String session = begun.text("/sessionId");
        try (SessionLine line = SessionLine.open(player, session)) {
            line.hear("session_started");
            line.say(1, "Who are you?");
        }

        Answer ended = player.ends(session);

        assertThat(ended.amount("/consumed")).isZero();
        assertThat(player.wallet()).isEqualTo(new Wallet(0, 0, 0, 0));
        player.client().post("/sessions", trial).isProblem(409, "TRIAL_ALREADY_USED");
    }

    private static String withoutTicket(Answer answer) {
        ObjectNode body = (ObjectNode) answer.json();
        ((ObjectNode) body.get("connection")).remove("ticket");
        return body.toString();
    }
}

package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import ai.jiga.store.e2e.Person.Hire;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Agents made, changed, put on the market and taken off it.
@ExtendWith(RunningStore.class)
class PublishingTest {
    private static final String KEY = "Idempotency-Key";

    private final Client store;

    PublishingTest(Client store) {
        this.store = store;
    }

    @Test
    void aVariantIsPaidOnceAndRunsThirtyPercentCheaper() {
        Person owner = Person.withSilver(store);

        Answer made = Variant.create(owner, Variant.wish()).is(201);

        assertThat(made.amount("/variant/baseRate")).isEqualTo(2_100);
        assertThat(made.amount("/userBalance/before")).isEqualTo(Person.SILVER);
        assertThat(made.amount("/userBalance/after")).isEqualTo(Person.SILVER - Variant.PRICE);
        assertThat(owner.wallet().balance()).isEqualTo(Person.SILVER - Variant.PRICE);
    }

    @Test
    void aRepeatedVariantIsPaidOnce() {
        Person owner = Person.withSilver(store);
        Map<String, Object> wish = Variant.wish();
        String key = UUID.randomUUID().toString();

        Answer first = Variant.create(owner, wish, KEY, key).is(201);
        Answer again = Variant.create(owner, wish, KEY, key);

        assertThat(again.replayed()).isTrue();
        assertThat(again).isEqualTo(first);
        assertThat(owner.wallet().balance()).isEqualTo(Person.SILVER - Variant.PRICE);
        Variant.create(owner, Variant.wish(), KEY, key).isProblem(409, "IDEMPOTENCY_KEY_MISMATCH");
    }

    @Test
    void aVariantAskedForFiveTimesAtOnceIsPaidOnce() throws Exception {
        Person owner = Person.withSilver(store);
        Map<String, Object> wish = Variant.wish();
        String key = UUID.randomUUID().toString();

        List<Answer> answers = Eventually.atOnce(5, () -> Variant.create(owner, wish, KEY, key));

        assertThat(answers).allMatch(answer -> answer.status() == 201).containsOnly(answers.getFirst());
        assertThat(owner.wallet().balance()).isEqualTo(Person.SILVER - Variant.PRICE);
    }

    @Test
    void whoCannotPayForAVariantGetsNone() {
        Person owner = Person.register(store);

        Answer refused = Variant.create(owner, Variant.wish()).isProblem(402, "INSUFFICIENT_DOFS");

        assertThat(refused.amount("/required")).isEqualTo(Variant.PRICE);
        assertThat(refused.amount("/shortfall")).isEqualTo(Variant.PRICE);
        assertThat(owner.client().get("/agents").is(200).at("/items")).isEmpty();
    }

    @Test
    void aLengthIsCountedInCharactersAsTheContractCounts() {
        Variant variant = Variant.by(Person.withSilver(store));
        String fifty = "\ud83c\udfae".repeat(50);

        variant.publish("Games and more", List.of(fifty)).isProblem(422, "UNKNOWN_CATEGORY");
        variant.publish("Games and more", List.of(fifty + "x")).isProblem(400, "VALIDATION_FAILED");
    }

    @Test
    void aRepeatedPublicationIsAnsweredByteForByte() {
        Variant variant = Variant.by(Person.withSilver(store));
        String key = UUID.randomUUID().toString();

        Answer first = variant.publish("First of its kind", KEY, key).is(200);
        Answer again = variant.publish("First of its kind", KEY, key);

        assertThat(first.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        assertThat(again).isEqualTo(first);
        variant.publish("Something else", KEY, key).isProblem(409, "IDEMPOTENCY_KEY_MISMATCH");
    }

    @Test
    void anAgentPublishedFiveTimesAtOnceIsListedOnce() throws Exception {
        Variant variant = Variant.by(Person.withSilver(store));
        String key = UUID.randomUUID().toString();

        List<Answer> answers = Eventually.atOnce(5, () -> variant.publish("All at once", KEY, key));

        assertThat(answers).allMatch(answer -> answer.status() == 200).containsOnly(answers.getFirst());
        assertThat(answers).filteredOn(answer -> !answer.replayed()).hasSize(1);
    }

    @Test
    void aPublishedAgentIsFoundInSpiteOfATypo() {
        Variant variant = Variant.by(Person.withSilver(store));
        String word =
                "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "x").substring(0, 10);
        String listing = variant.publish("Called " + word + "k").is(200).text("/listingId");

        Eventually.see(
                () -> store.get("/marketplace/search?limit=100&q=" + word + "j").is(200),
                found -> found.json().findValuesAsText("listingId").contains(listing));
    }

    @Test
    void nobodyPublishesOrConfiguresTheAgentOfAnother() {
        Variant variant = Variant.by(Person.withSilver(store));
        variant.published();
        Client other = Person.register(store).client();
        String agent = "/agents/" + variant.id();

        other.post(agent + "/publish", variant.listing("Mine now")).isProblem(403, "NOT_AGENT_OWNER");
        other.get(agent + "/config").isProblem(403, "NOT_AGENT_OWNER");
        other.put(agent + "/config", Map.of("configuration", Map.of())).isProblem(403, "NOT_AGENT_OWNER");
        other.get(agent + "/earnings").isProblem(403, "NOT_AGENT_OWNER");
        other.delete(agent).isProblem(403, "NOT_AGENT_OWNER");
        store.get(agent + "/config").isProblem(401, "UNAUTHORIZED");
        store.get(agent).is(200);
    }

    @Test
    void aDraftIsKnownToItsOwnerAlone() {
        Variant variant = Variant.by(Person.withSilver(store));
        Client other = Person.register(store).client();
        String agent = "/agents/" + variant.id();

        variant.owner().client().get(agent).is(200);
        for (Client stranger : List.of(other, store)) {
            stranger.get(agent).isProblem(404, "AGENT_NOT_FOUND");
            stranger.get(agent + "/variant-info").isProblem(404, "AGENT_NOT_FOUND");
            stranger.get("/marketplace/" + variant.id()).isProblem(404, "LISTING_NOT_FOUND");
            stranger.get("/marketplace/" + variant.id() + "/reviews").isProblem(404, "LISTING_NOT_FOUND");
        }
        other.get(agent + "/config").isProblem(404, "AGENT_NOT_FOUND");
        other.get(agent + "/earnings").isProblem(404, "AGENT_NOT_FOUND");
        other.get(agent + "/versions").isProblem(404, "AGENT_NOT_FOUND");
        other.put(agent + "/config", Map.of("configuration", Map.of())).isProblem(404, "AGENT_NOT_FOUND");
        other.delete(agent).isProblem(404, "AGENT_NOT_FOUND");
        other.post(agent + "/publish", variant.listing("Mine now")).isProblem(404, "AGENT_NOT_FOUND");
        other.post(agent + "/unpublish", Map.of()).isProblem(404, "LISTING_NOT_FOUND");
    }

    @Test
    void whoseAgentItIsIsSaidBeforeTheBodyIsJudged() {
        Variant variant = Variant.by(Person.withSilver(store));
        variant.published();
        Client other = Person.register(store).client();

        other.post("/agents/" + variant.id() + "/publish", Map.of("no", "sense"))
                .isProblem(403, "NOT_AGENT_OWNER");
        store.post("/agents/" + variant.id() + "/publish", Map.of("no", "sense"))
                .isProblem(401, "UNAUTHORIZED");
    }

    @Test
    void aChangeOfWhatWasChangedMeanwhileIsRefused() {
        Variant variant = Variant.by(Person.withSilver(store));
        String listing = "/marketplace/" + variant.published();
        Client owner = variant.owner().client();
        String seen = owner.get(listing).is(200).header("ETag");

        owner.patch(listing, Map.of("title", "A ranger in front"), "If-Match", seen)
                .is(200);

        owner.patch(listing, Map.of("title", "A ranger behind"), "If-Match", seen)
                .isProblem(412, "PRECONDITION_FAILED");
        assertThat(owner.get(listing).text("/title")).isEqualTo("A ranger in front");
    }

    @Test
    void aSessionGoesOnWhenItsListingIsTakenDownAndNobodyElseHires() {
        Variant variant = Variant.by(Person.withSilver(store));
        String listing = variant.published();
        Person player = Person.withSilver(store);
        Hire hire = player.hires(listing, 5_000);
        try (SessionLine line = SessionLine.open(player, hire.session())) {
            line.hear("session_started");

            variant.unpublish().is(200);

            Person late = Person.withSilver(store);
            late.tryToHire(listing, 5_000).isProblem(409, "LISTING_NOT_HIRABLE");
            assertThat(late.wallet().held()).isZero();
            line.send("ping").hear("pong");
            assertThat(line.say(1, "Who are you?").amount("dofConsumed")).isEqualTo(70);
        }
        Answer ended = player.ends(hire.session());
        assertThat(ended.amount("/consumed")).isGreaterThanOrEqualTo(70);
        Eventually.see(
                () -> variant.owner().wallet().earned(), earned -> earned == ended.amount("/distribution/owner"));
    }

    @Test
    void anOwnerPlaysWithTheOwnAgentToThePlatformsBenefit() {
        Variant variant = Variant.by(Person.withSilver(store));
        Person owner = variant.owner();
        owner.tryToHire(variant.published(), 5_000).isProblem(422, "CANNOT_HIRE_OWN_AGENT");
        String session = owner.client()
                .post("/sessions", Map.of("agentId", variant.id(), "type", "owned", "dofAllocation", 5_000))
                .is(201)
                .text("/sessionId");
        try (SessionLine line = SessionLine.open(owner, session)) {
            line.hear("session_started");
            line.say(1, "Who are you?");
        }

        Answer ended = owner.ends(session);

        assertThat(ended.amount("/consumed")).isGreaterThanOrEqualTo(70);
        assertThat(ended.amount("/distribution/platform")).isEqualTo(ended.amount("/consumed"));
        assertThat(ended.amount("/distribution/owner")).isZero();
        assertThat(ended.amount("/distribution/creator")).isZero();
        assertThat(owner.wallet().balance()).isEqualTo(Person.SILVER - Variant.PRICE - ended.amount("/consumed"));
    }

    @Test
    void onlyTheOwnerPlaysWithoutHiring() {
        Variant draft = Variant.by(Person.withSilver(store));
        Client stranger = Person.withSilver(store).client();

        stranger.post("/sessions", Map.of("agentId", draft.id(), "type", "owned", "dofAllocation", 5_000))
                .isProblem(404, "AGENT_NOT_FOUND");
        stranger.post("/sessions", Map.of("agentId", "scout-observer-001", "type", "owned", "dofAllocation", 5_000))
                .isProblem(403, "NOT_YOUR_AGENT");
    }
}

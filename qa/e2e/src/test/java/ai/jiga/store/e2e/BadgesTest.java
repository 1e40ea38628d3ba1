package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What agents hold and people reach.
@ExtendWith(RunningStore.class)
class BadgesTest {
    private final Client store;

    BadgesTest(Client store) {
        this.store = store;
    }

    @Test
    void anAgentThatAnOperatorTrainedHoldsItsGamesBadgeUntilItIsTakenBack() {
        Person owner = Person.register(store);
        Client operator = Person.operator(store).client();
        String agent = owner.client().post("/agents", draft()).is(201).text("/id");
        String training = "/admin/agents/" + agent + "/training";
        Map<String, Object> valorant = Map.of("games", List.of("Valorant"), "focus", "Competitive, Spike Rush");
        assertThat(owner.client().get("/badges/earned").is(200).at("/items")).isEmpty();
        owner.client().put(training, valorant).isProblem(403, "FORBIDDEN");

        operator.put(training, valorant).is(200);

        Client.Answer held = owner.client().get("/badges/earned").is(200);
        assertThat(held.text("/items/0/id")).isEqualTo("valorant-expert");
        assertThat(held.text("/items/0/agentId")).isEqualTo(agent);
        assertThat(held.text("/items/0/modes/1")).isEqualTo("Spike Rush");
        assertThat(held.text("/items/0/earnedBy")).isEqualTo("Trained");

        assertThat(operator.delete(training).is(200).text("/type")).isEqualTo("Assistant");
        assertThat(owner.client().get("/badges/earned").is(200).at("/items")).isEmpty();
    }

    @Test
    void whoHiredAndPaidHasTheFirstAchievementsAndANewcomerHasNone() {
        Person player = Person.withSilver(store);
        Person.Hire hire = player.hires(Variant.SCOUT, 10_000);
        try (SessionLine line = SessionLine.open(player, hire.session())) {
            line.hear("session_started");
            line.say(1, "Who are you?");
        }
        player.ends(hire.session());

        assertThat(Eventually.see(() -> achieved(player), achieved -> achieved.size() == 2))
                .containsExactly("first-session", "first-hire");
        assertThat(achieved(Person.register(store))).isEmpty();
    }

    private static List<String> achieved(Person person) {
        return person.client()
                .get("/achievements")
                .is(200)
                .at("/items")
                .valueStream()
                .filter(one -> one.path("achieved").asBoolean())
                .map(one -> one.path("id").asText())
                .toList();
    }

    private static Map<String, Object> draft() {
        return Map.of(
                "name",
                "Ember",
                "rank",
                "Bronze",
                "type",
                "Assistant",
                "provider",
                "builtin",
                "nationality",
                "British",
                "language",
                "en-GB",
                "voiceId",
                "echo",
                "features",
                Map.of("hasVoiceChat", true, "hasCommentator", false, "hasMemory", false),
                "toolkit",
                List.of("observation"));
    }
}

package ai.jiga.store.models.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.models.Act;
import ai.jiga.store.models.Brief;
import ai.jiga.store.models.Conversation;
import ai.jiga.store.models.ModelException;
import ai.jiga.store.models.Stimulus;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for a conversation, whatever is said in it.
final class CoachTest {

    private static final Instant START = Instant.parse("2026-03-01T18:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_SNAPSHOT = 16 * 1024;

    private final BuiltinRuntime runtime = new BuiltinRuntime();

    @Test
    void aStimulusHasOneAnswerAtMostWhichComesWhole() throws Exception {
        for (Golden golden : Golden.all()) {
            Conversation conversation = runtime.open(golden.dialogue().brief(), null);
            for (Stimulus stimulus : golden.dialogue().stimuli()) {
                List<String> parts = new ArrayList<>();
                List<Act> acts = conversation.handle(stimulus, parts::add).acts();
                assertThat(parts).as("%s, %s", golden, stimulus).isEmpty();
                assertThat(acts.stream().filter(act -> act instanceof Act.Chat || act instanceof Act.Reasoning))
                        .as("%s, %s", golden, stimulus)
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Echo, asdf qwer zxcv, false",
        "Echo, how am I doing, false",
        "Ace, how am I doing, false",
        "Ace, they push B what now, true",
        "Ace, what should I buy, true",
        "Scout, what should I buy, false",
        "Ace, who killed me, false",
        "Coach, give me a lesson, false",
        "Echo, help, true",
        "Echo, tell the team to rush B, false",
        "Nova, tell the team to rush B, true",
        "Nova, tell the team, false",
        "Scout, remember that I like Crossfire, false",
        "Coach, remember that I like Crossfire, true",
    })
    void whatItDoesNotUnderstandOrCannotDoIsNotUnderstood(String agent, String text, boolean understood) {
        Conversation conversation = runtime.open(SystemAgents.named(agent), null);

        assertThat(handled(conversation, new Stimulus.Text(START, text))).isEqualTo(understood);
    }

    @Test
    void aClipWithoutWordsAndAPictureAreNotUnderstood() {
        Conversation conversation = runtime.open(SystemAgents.named("Ace"), null);

        assertThat(handled(conversation, new Stimulus.Voice(START, 2, null))).isFalse();
        assertThat(handled(conversation, new Stimulus.Frame(START, 48_000))).isFalse();
        assertThat(handled(conversation, new Stimulus.Frame(START, 48_000))).isFalse();
        assertThat(handled(conversation, new Stimulus.Voice(START, 2, "what should I buy")))
                .isTrue();
    }

    private static boolean handled(Conversation conversation, Stimulus stimulus) {
        try {
            return conversation.handle(stimulus, part -> {}).understood();
        } catch (ModelException e) {
            throw new AssertionError("the coach never fails", e);
        }
    }

    /// A client may send the event's kind beside its fields, so that `kind` cannot say what the objective is.
    @ParameterizedTest
    @CsvSource({
        "objective, '{\"objective\":\"bomb\",\"state\":\"planted\",\"zone\":\"A\",\"team\":\"them\",\"seconds\":40}'",
        "objective, '{\"kind\":\"bomb\",\"state\":\"planted\",\"zone\":\"A\",\"team\":\"them\",\"seconds\":40}'",
        "objective, '{\"kind\":\"objective\",\"objective\":\"bomb\",\"state\":\"planted\",\"zone\":\"A\",\"team\":\"them\","
                + "\"seconds\":40}'"
    })
    void anObjectiveIsNamedByItsOwnFieldOrByKind(String kind, String data) throws Exception {
        assertThat(after(SystemAgents.named("Ghost"), kind, data))
                .containsExactly(new Act.Warning(
                        "OBJECTIVE_PLANTED", "The bomb is planted at A, 40 seconds left. Retake together."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sound\":\"footsteps\",\"direction\":\"left\"}",
                "{\"kind\":\"footsteps\",\"direction\":\"left\"}",
                "{\"kind\":\"sound\",\"sound\":\"footsteps\",\"direction\":\"left\"}"
            })
    void aSoundIsNamedByItsOwnFieldOrByKind(String data) throws Exception {
        assertThat(after(SystemAgents.named("Ghost"), "sound", data))
                .containsExactly(new Act.SoundEvent("Footsteps from the left.", "left"));
    }

    @Test
    void aSnapshotStaysWithinItsLimitWhateverAGameSends() throws Exception {
        Brief brief = SystemAgents.named("Ace");
        Conversation conversation = runtime.open(brief, null);
        String wide = "\u4e16".repeat(24);
        for (int i = 0; i < 400; i++) {
            Instant at = START.plusSeconds(7L * i);
            ObjectNode data = JsonNodeFactory.instance.objectNode();
            for (String field : List.of(
                    "game",
                    "mode",
                    "map",
                    "side",
                    "weapon",
                    "victim",
                    "zone",
                    "by",
                    "objective",
                    "state",
                    "team",
                    "sound",
                    "direction",
                    "player",
                    "scorer",
                    "of")) {
                data.put(field, wide + i);
            }
            data.put("won", i % 2 == 0)
                    .put("hp", 10)
                    .put("loaded", 1)
                    .put("reserve", 0)
                    .put("percent", 10);
            data.put("money", 999_999_999)
                    .put("teamMoney", 999_999_999)
                    .put("seconds", 999_999_999)
                    .put("us", i);
            data.put("them", i).put("distance", 999_999_999).put("minute", 100).put("color", "yellow");
            for (String kind : List.of(
                    "kill",
                    "death",
                    "objective",
                    "economy",
                    "buy_phase",
                    "round_start",
                    "round_end",
                    "score",
                    "health",
                    "ammo",
                    "sound",
                    "zone",
                    "timer",
                    "team",
                    "unheard of " + i)) {
                conversation.handle(new Stimulus.GameEvent(at, kind, data), part -> {});
            }
            conversation.handle(new Stimulus.Text(at, "remember that " + "\u4e16".repeat(200) + i), part -> {});
        }
        assertThat(conversation.snapshot().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(LARGEST_SNAPSHOT);
        Conversation resumed = runtime.open(brief, conversation.snapshot());
        assertThat(resumed.snapshot()).isEqualTo(conversation.snapshot());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "not JSON",
                "{\"v\":1}",
                "{\"v\":1,\"notebook\":null}",
                "{\"v\":1,\"notebook\":{}}",
                "{\"v\":999,\"notebook\":{}}"
            })
    void notesThatCannotBeReadAreStartedAnewAndTheFirstReplySaysSo(String snapshot) throws Exception {
        Conversation conversation = runtime.open(SystemAgents.named("Scout"), snapshot);
        assertThat(conversation
                        .handle(new Stimulus.Text(START, "score?"), part -> {})
                        .acts())
                .first()
                .isInstanceOfSatisfying(
                        Act.Warning.class, warning -> assertThat(warning.code()).isEqualTo("NOTES_LOST"));
        assertThat(conversation
                        .handle(new Stimulus.Text(START, "score?"), part -> {})
                        .acts())
                .noneMatch(Act.Warning.class::isInstance);
    }

    @Test
    void moneyFromTheLastRoundIsNotJudgedInTheNext() throws Exception {
        Conversation conversation = runtime.open(SystemAgents.named("Onyx"), null);
        event(conversation, 0, "match_start", "{\"game\":\"CS2\",\"mode\":\"Competitive\"}");
        event(conversation, 5, "economy", "{\"money\":800}");
        event(conversation, 90, "round_end", "{\"won\":true}");
        assertThat(event(conversation, 95, "buy_phase", "{\"seconds\":15}")).isEmpty();
        assertThat(event(conversation, 96, "economy", "{\"money\":5200}")).isEmpty();
        event(conversation, 190, "round_end", "{\"won\":false}");
        event(conversation, 195, "buy_phase", "{\"seconds\":15}");
        assertThat(event(conversation, 196, "economy", "{\"money\":1900}"))
                .contains(new Act.Warning(
                        "ECONOMY_LOW",
                        "You have 1,900: not enough for a half buy. Save, and buy with the team next round."));
    }

    private List<Act> after(Brief brief, String kind, String data) throws Exception {
        return event(runtime.open(brief, null), 0, kind, data);
    }

    private static List<Act> event(Conversation conversation, int second, String kind, String data)
            throws ModelException, JsonProcessingException {
        JsonNode node = JSON.readTree(data);
        return conversation
                .handle(new Stimulus.GameEvent(START.plusSeconds(second), kind, node), part -> {})
                .acts();
    }
}

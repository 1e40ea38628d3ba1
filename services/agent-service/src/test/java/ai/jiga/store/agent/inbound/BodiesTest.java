package ai.jiga.store.agent.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.agent.model.AgentDraft;
import ai.jiga.store.contracts.agent.Tool;
import ai.jiga.store.contracts.json.KernelModule;
import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.RejectedException;
import ai.jiga.store.kernel.Rejection.FieldError;
import ai.jiga.store.web.Cursors;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.Paging;
import ai.jiga.store.web.UnreadBody;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {
    private static final String MINIMAL = """
            {"name": "Ember", "rank": "Gold", "type": "Assistant", "provider": "openai", "nationality": "Irish",
             "language": "en-IE", "voiceId": "nova",
             "features": {"hasVoiceChat": true, "hasCommentator": false, "hasMemory": false},
             "toolkit": ["turel", "learn", "turel"]}
            """;

    private final ObjectMapper json = DocumentJson.mapper(new KernelModule());
    private final UnreadBody unread = new UnreadBody();
    private final Inputs inputs = new Inputs(
            Validation.byDefaultProvider()
                    .configure()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory()
                    .getValidator(),
            unread);

    @Test
    void whatIsLeftOutOfANewAgentHasItsDefault() {
        AgentRequest request = inputs.check(agent(minimal()));

        AgentDraft draft = request.draft();
        assertThat(draft.baseRate()).isEqualTo(Dof.of(8_000));
        assertThat(draft.description()).isEmpty();
        assertThat(draft.imageUrl()).isNull();
        assertThat(draft.specialization()).isNull();
        assertThat(draft.modelConfig()).isNull();
        assertThat(draft.toolkit()).containsExactly(Tool.TUREL, Tool.LEARN);
        assertThat(request.givenConfiguration()).isNull();
    }

    @Test
    void aJsonNullIsLikeLeavingOut() {
        ObjectNode body = minimal();
        body.putNull("configuration").putNull("modelConfig").putNull("baseRate");

        AgentRequest request = inputs.check(agent(body));

        assertThat(request.givenConfiguration()).isNull();
        assertThat(request.draft().modelConfig()).isNull();
        assertThat(request.draft().baseRate()).isEqualTo(Dof.of(8_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name", "rank", "type", "provider", "nationality", "language", "voiceId", "features", "toolkit"})
    void whatANewAgentNeedsIsNamedWhenItIsMissing(String field) {
        ObjectNode body = minimal();
        body.remove(field);

        refuses(() -> inputs.check(agent(body)), field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name        | a\\u0000b",
                "name        | a\\nb",
                "name        | \\u202Eevil",
                "name        | half \\uD800",
                "language    | English",
                "nationality | ' '",
                "description | half \\uD800",
                "imageUrl    | http://img.example/a.png",
                "imageUrl    | javascript:alert(1)",
                "imageUrl    | 'https://img.example/a b'",
                "imageUrl    | 'https://img.example/\"onload'",
            })
    void aTextThatHasNotItsFormIsRefused(String field, String escaped) throws JsonProcessingException {
        ObjectNode body = minimal();
        body.set(field, json.readTree("\"" + escaped.replace("\"", "\\\"") + "\""));

        refuses(() -> inputs.check(agent(body)), field);
    }

    @Test
    void anElementOfAListIsNamedByItsPlace() {
        ObjectNode body = minimal();
        body.putArray("toolkit").add("turel").addNull();

        refuses(() -> inputs.check(agent(body)), "toolkit[1]");
    }

    @Test
    void aDescriptionMayBeLongAndHaveLines() {
        ObjectNode body = minimal();
        body.put("description", "line\n".repeat(400)).put("imageUrl", "https://img.example/a.png?x=1#y");

        assertThatCode(() -> inputs.check(agent(body))).doesNotThrowAnyException();

        body.put("description", "x".repeat(2_001));
        assertThatThrownBy(() -> inputs.check(agent(body)))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.rejection().code()).isEqualTo(ErrorCode.TEXT_TOO_LONG));
    }

    @Test
    void aNamesLengthIsARuleAndNoForm() {
        ObjectNode body = minimal();
        body.put("name", "");

        assertThatCode(() -> inputs.check(agent(body))).doesNotThrowAnyException();
    }

    @Test
    void aPatchChangesWhatItNamesAndNothingElse() throws JsonProcessingException {
        AgentDraft draft = agent(minimal()).draft().pictured("https://img.example/a.png");

        AgentDraft renamed = patch("{\"name\": \"Cinder\"}").apply(draft);
        AgentDraft voiced = patch("{\"voiceId\": \"echo\"}").apply(draft);
        AgentDraft pictured =
                patch("{\"avatarUrl\": \"https://img.example/b.png\"}").apply(draft);
        AgentDraft unpictured = patch("{\"avatarUrl\": null}").apply(draft);

        assertThat(renamed).isEqualTo(draft.named("Cinder"));
        assertThat(voiced).isEqualTo(draft.voiced("echo"));
        assertThat(pictured.imageUrl()).isEqualTo("https://img.example/b.png");
        assertThat(unpictured).isEqualTo(draft.pictured(null));
        assertThat(patch("{}").apply(draft)).isEqualTo(draft);
    }

    @Test
    void aPatchOfWhatIsInheritedOrOfTheWrongTypeIsRefused() {
        assertThat(codeOf("{\"rank\": \"Gold\"}")).isEqualTo(ErrorCode.VARIANT_FIELD_INHERITED);
        assertThat(codeOf("{\"name\": null}")).isEqualTo(ErrorCode.VALIDATION_FAILED);
        assertThat(codeOf("{\"voiceId\": 7}")).isEqualTo(ErrorCode.VALIDATION_FAILED);
        assertThat(codeOf("{\"avatarUrl\": \"http://x\"}")).isEqualTo(ErrorCode.VALIDATION_FAILED);
        assertThat(codeOf("[]")).isEqualTo(ErrorCode.MALFORMED_REQUEST);
        assertThat(codeOf("null")).isEqualTo(ErrorCode.MALFORMED_REQUEST);
    }

    @Test
    void anIdThatNobodyCanHaveIsNoAgents() {
        assertThatThrownBy(() -> Ids.agent("../etc"))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.rejection().code()).isEqualTo(ErrorCode.AGENT_NOT_FOUND));
        assertThat(Ids.user("a b")).isEmpty();
        assertThat(Ids.user("ana")).isPresent();
    }

    @Test
    void aListAtHandIsCutIntoPages() {
        var cursors = new Cursors("a secret of some length".getBytes(StandardCharsets.UTF_8));
        List<Integer> all = IntStream.rangeClosed(1, 13).boxed().toList();

        Page<Integer> first = Paging.of(cursors, "numbers", "5", null).cut(all);
        Page<Integer> second =
                Paging.of(cursors, "numbers", "5", first.nextCursor()).cut(all);
        Page<Integer> last =
                Paging.of(cursors, "numbers", "5", second.nextCursor()).cut(all);

        assertThat(first.items()).containsExactly(1, 2, 3, 4, 5);
        assertThat(last.items()).containsExactly(11, 12, 13);
        assertThat(last.nextCursor()).isNull();
        assertThat(Paging.of(cursors, "numbers", null, null).cut(all).items()).isEqualTo(all);
        assertThatThrownBy(() -> Paging.of(cursors, "letters", "5", first.nextCursor()))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.rejection().code()).isEqualTo(ErrorCode.INVALID_CURSOR));
    }

    private ErrorCode codeOf(String patch) {
        try {
            patch(patch);
        } catch (RejectedException e) {
            return e.rejection().code();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("not refused: " + patch);
    }

    private VariantPatch patch(String body) throws JsonProcessingException {
        return inputs.check(VariantPatch.of(json.readTree(body)));
    }

    private ObjectNode minimal() {
        try {
            return (ObjectNode) json.readTree(MINIMAL);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /// As it is read of a request: what cannot be read is refused when the body is asked for.
    private AgentRequest agent(ObjectNode body) {
        try {
            return json.treeToValue(body, AgentRequest.class);
        } catch (JsonProcessingException e) {
            unread.keep(e);
            return inputs.check((AgentRequest) null);
        }
    }

    private static void refuses(Runnable check, String field) {
        assertThatThrownBy(check::run).isInstanceOfSatisfying(RejectedException.class, e -> {
            assertThat(e.rejection().code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
            assertThat(e.rejection().errors()).extracting(FieldError::field).contains(field);
        });
    }
}

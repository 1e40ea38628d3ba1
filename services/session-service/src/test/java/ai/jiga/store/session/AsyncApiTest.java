package ai.jiga.store.session;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.session.SessionSays;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.session.live.Closing;
import ai.jiga.store.session.live.LiveSessions;
import ai.jiga.store.session.media.Picture;
import ai.jiga.store.session.media.VoiceClip;
import ai.jiga.store.session.model.EndReason;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// `docs/api/asyncapi.yaml` says what the line says and takes: every frame that the code writes fits its schema, every
/// frame that it describes is read, and the figures are those that hold.
class AsyncApiTest {
    private static final Path FILE = Path.of("..", "..", "docs", "api", "asyncapi.yaml");
    private static final List<String> SCRIPTS = List.of(
            "chat",
            "reason",
            "lesson+chat+remember",
            "sound+tool+detect+warn",
            "team",
            "huh+chat",
            "fail",
            "break",
            "nothing");

    /// Members of an error that come with its code.
    private static final Set<String> BROUGHT_BY_CODES = Set.of("expected", "required", "remaining", "formats");

    /// Told with a frame's last word alone.
    private static final Set<String> OF_LAST_WORDS = Set.of("dofConsumed");

    private final JsonNode document;

    AsyncApiTest() throws IOException {
        document = new YAMLMapper().readTree(FILE.toFile());
    }

    @Test
    void everyFrameThatTheStoreWritesFitsItsSchemaAndEveryOneDescribedIsWritten() throws Exception {
        Set<String> seen = new TreeSet<>();
        for (JsonNode frame : said()) {
            String type = frame.path("type").asText();
            assertThat(messages("say")).as("%s", frame).contains(type);
            assertThat(schema(type).validate(frame)).as("%s", frame).isEmpty();
            seen.add(type);
        }
        assertThat(seen).isEqualTo(messages("say"));
    }

    /// The records that make up each frame's `data`.
    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of("session_started", List.of(SessionSays.Started.class)),
                Arguments.of("agent_response", List.of(SessionSays.AgentResponse.class)),
                Arguments.of("event_detected", List.of(SessionSays.EventDetected.class)),
                Arguments.of("warning", List.of(SessionSays.Warning.class)),
                Arguments.of("ack", List.of(SessionSays.Ack.class)),
                Arguments.of("error", List.of(SessionSays.Failed.class, SessionSays.Refused.class)),
                Arguments.of("dof_update", List.of(SessionSays.DofUpdate.class)),
                Arguments.of("session_ended", List.of(SessionSays.Ended.class)),
                Arguments.of("pong", List.of(SessionSays.Pong.class)));
    }

    @Test
    void everyRecordIsDescribed() {
        Stream<?> all = Stream.of(SessionSays.class.getPermittedSubclasses())
                .flatMap(type -> type.isSealed() ? Stream.of(type.getPermittedSubclasses()) : Stream.of(type));
        assertThat(all.map(Object.class::cast))
                .containsExactlyInAnyOrderElementsOf(records()
                        .flatMap(of -> ((List<?>) of.get()[1]).stream())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("records")
    void theMembersDescribedAreThoseOfTheRecordsAndWhatIsAlwaysThereIsRequired(String type, List<Class<?>> records) {
        JsonNode data = document.at("/components/messages/" + type + "/payload/properties/data");
        Set<String> members = new TreeSet<>();
        Set<String> always = new TreeSet<>(names(records.getFirst(), true));
        for (Class<?> each : records) {
            members.addAll(names(each, false));
            always.retainAll(names(each, true));
        }
        Set<String> described = new TreeSet<>();
        data.path("properties").fieldNames().forEachRemaining(described::add);
        if (type.equals("error")) {
            described.removeAll(BROUGHT_BY_CODES);
        }
        Set<String> required = new TreeSet<>(texts(data.path("required")));
        required.removeAll(OF_LAST_WORDS);

        assertThat(described).isEqualTo(members);
        assertThat(required).isEqualTo(always);
    }

    /// @param always only those that are never absent
    private static Set<String> names(Class<?> type, boolean always) {
        return Arrays.stream(type.getRecordComponents())
                .filter(member -> !member.getName().equals("extra"))
                .filter(member -> !always || !member.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theFramesDescribedAreThoseThatTheReaderKnows() throws Exception {
        try (var lounge = new Lounge()) {
            var client = new FakeClient(lounge.process.clock());
            LiveSessions.Line line = lounge.line(lounge.hired(Lounge.COACH, 10_000), client);
            line.said("{\"type\":\"dance\"}");

            String known = client.next("error").at("/data/message").asText();

            assertThat(known.substring(known.indexOf("one of ") + 7, known.length() - 1)
                            .split(", "))
                    .containsExactlyInAnyOrderElementsOf(messages("hear"));
        }
    }

    @ParameterizedTest
    @MethodSource("described")
    void everyExampleFitsItsSchema(String type) {
        JsonNode examples = document.at("/components/messages/" + type + "/examples");
        assertThat(examples).isNotEmpty();
        assertThat(examples)
                .allSatisfy(example -> assertThat(schema(type).validate(example.path("payload")))
                        .as("%s", example)
                        .isEmpty());
    }

    @Test
    void everyExampleOfAClientIsTaken() throws Exception {
        for (String type : messages("hear")) {
            for (JsonNode example : document.at("/components/messages/" + type + "/examples")) {
                try (var lounge = new Lounge()) {
                    var client = new FakeClient(lounge.process.clock());
                    LiveSessions.Line line = lounge.line(lounge.hired(Lounge.COACH, 10_000), client);
                    client.next("session_started");
                    ObjectNode frame = example.path("payload").deepCopy();
                    if (frame.has("seq")) {
                        frame.put("seq", 1);
                    }
                    line.said(frame.toString());
                    line.said("{\"type\":\"end_session\"}");
                    client.next("session_ended");

                    assertThat(client.everything())
                            .as("%s", frame)
                            .noneMatch(said -> said.path("type").asText().equals("error"));
                }
            }
        }
    }

    @Test
    void theLimitsReasonsAndCloseCodesAreThoseThatHold() throws Exception {
        try (var lounge = new Lounge()) {
            var client = new FakeClient(lounge.process.clock());
            lounge.line(lounge.hired(Lounge.COACH, 10_000), client);
            JsonNode limits = client.next("session_started").at("/data/limits");
            JsonNode described = document.at(
                    "/components/messages/session_started/payload/properties/data/properties/limits/properties");
            limits.properties().stream()
                    .filter(limit -> limit.getValue().isNumber())
                    .forEach(limit -> assertThat(described
                                    .at("/" + limit.getKey() + "/const")
                                    .asLong())
                            .as(limit.getKey())
                            .isEqualTo(limit.getValue().asLong()));
            assertThat(texts(described.at("/imageFormats/items/enum"))).isEqualTo(Picture.FORMATS);
            assertThat(texts(described.at("/voiceFormats/items/enum"))).isEqualTo(VoiceClip.FORMATS);
        }
        assertThat(texts(document.at(
                        "/components/messages/session_ended/payload/properties/data/properties/reason/enum")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(EndReason.values()).map(EndReason::label).toList());
        assertThat(StreamSupport.stream(document.path("x-close-codes").spliterator(), false)
                        .map(code -> code.path("code").asInt()))
                .containsExactlyInAnyOrder(
                        Closing.NORMAL,
                        1002,
                        1003,
                        1007,
                        1008,
                        1009,
                        Closing.RESTART,
                        Closing.REFUSED,
                        Closing.SILENT,
                        Closing.REPLACED,
                        Closing.SIGNED_OUT);
    }

    static Stream<String> described() throws IOException {
        List<String> types = new ArrayList<>();
        new YAMLMapper()
                .readTree(FILE.toFile())
                .at("/components/messages")
                .fieldNames()
                .forEachRemaining(types::add);
        return types.stream();
    }

    /// Of sessions in which everything happens that can.
    private static List<JsonNode> said() throws Exception {
        List<JsonNode> said = new ArrayList<>();
        try (var lounge = new Lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 6_000);
            var client = new FakeClient(lounge.process.clock());
            LiveSessions.Line line = lounge.line(id, client);
            long seq = 0;
            for (String script : SCRIPTS) {
                line.said(Lounge.text(++seq, script));
                client.settled(seq);
            }
            line.said(Lounge.voice(++seq, Clips.wav(1_500), "chat"));
            line.said(Lounge.picture(++seq, Clips.webp()));
            client.settled(seq);
            for (long again = 1; again <= seq; again++) {
                line.said(Lounge.text(again, "again"));
                client.settled(again);
            }
            for (String bad : List.of(
                    "",
                    "{\"type\":\"text_input\"}",
                    Lounge.text(0, "chat"),
                    Lounge.text(99, "chat"),
                    Lounge.voice(seq + 1, new byte[] {1, 2, 3}, "chat"),
                    "{\"type\":\"config_update\",\"data\":{\"target_fps\":99}}")) {
                line.said(bad);
                client.next("error");
            }
            line.said("{\"type\":\"ping\"}");
            client.next("pong");
            line.said("{\"type\":\"pause\"}");
            client.next(frame -> frame.at("/data/paused").asBoolean(), "the pause");
            line.said("{\"type\":\"resume\"}");
            client.next("dof_update");
            lounge.pass(Duration.ofSeconds(3_900));
            client.next(frame -> frame.at("/data/code").asText().startsWith("LOW_BALANCE"), "a warning");
            line.said("{\"type\":\"end_session\"}");
            client.next("session_ended");
            said.addAll(client.everything());
        }
        try (var lounge = new Lounge()) {
            var client = new FakeClient(lounge.process.clock());
            LiveSessions.Line line = lounge.line(lounge.hired(Lounge.COMMENTATOR, 400), client);
            line.said(Lounge.text(1, "comment"));
            client.settled(1);
            line.said(Lounge.text(2, "reason"));
            line.said(Lounge.text(3, "reason"));
            client.next("session_ended");
            said.addAll(client.everything());
        }
        return said;
    }

    private Set<String> messages(String operation) {
        Set<String> types = new TreeSet<>();
        for (JsonNode message : document.at("/operations/" + operation + "/messages")) {
            String ref = message.path("$ref").asText();
            types.add(ref.substring(ref.lastIndexOf('/') + 1));
        }
        return types;
    }

    /// A message's payload, with the schemas that it refers to beside it.
    private JsonSchema schema(String type) {
        ObjectNode schema =
                document.at("/components/messages/" + type + "/payload").deepCopy();
        schema.set("components", document.path("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}

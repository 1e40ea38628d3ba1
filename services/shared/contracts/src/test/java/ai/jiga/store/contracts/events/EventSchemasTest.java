package ai.jiga.store.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.agent.AgentCreated;
import ai.jiga.store.contracts.json.KernelModule;
import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `docs/api/events` says what the records say.
final class EventSchemasTest {

    private static final Path FOLDER = Path.of("..", "..", "..", "docs", "api", "events");
    private static final String ANEW =
            "./mvnw -pl services/shared/contracts test -Dtest=EventSchemasTest -Dschemas.write";

    private final EventSchemas schemas = new EventSchemas();
    private final ObjectMapper json = DocumentJson.mapper(new KernelModule());

    @Test
    void theFilesInTheDocumentationAreThoseThatTheRecordsGive() throws Exception {
        SortedMap<String, String> files = schemas.files();
        if (System.getProperty("schemas.write") != null) {
            write(files);
        }
        for (String file : files.keySet()) {
            Path path = FOLDER.resolve(file);
            assertThat(path).as("make it by: %s", ANEW).exists();
            assertThat(Files.readString(path))
                    .as("%s is stale; make it anew by: %s", file, ANEW)
                    .isEqualTo(files.get(file));
        }
        assertThat(names())
                .as("files of events that are gone; make the folder anew by: %s", ANEW)
                .isEqualTo(files.keySet());
    }

    @Test
    void everyEventRecordIsInTheListOfTypes() throws Exception {
        Path sources = Path.of("src", "main", "java");
        try (Stream<Path> files = Files.walk(sources)) {
            Set<String> records = new TreeSet<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                if (Files.readString(file).contains("implements EventData")) {
                    records.add(sources.relativize(file)
                            .toString()
                            .replace(".java", "")
                            .replace('/', '.'));
                }
            }
            assertThat(EventTypes.all().values().stream().map(Class::getName).collect(Collectors.toSet()))
                    .isEqualTo(records);
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordIsListedUnderTheTypeThatItSays(Class<? extends EventData> record) {
        assertThat(EventTypes.all().get(SampleEvents.of(record).type())).isEqualTo(record);
    }

    @ParameterizedTest
    @MethodSource("records")
    void theSchemaHasTheFieldsThatTheWireHas(Class<? extends EventData> record) {
        EventData sample = SampleEvents.of(record);
        agrees(schemas.schema(sample.type(), record), json.valueToTree(sample));
    }

    @Test
    void theEnvelopesSchemaHasTheFieldsThatTheWireHas() {
        var metadata = new Event.Metadata("1.0", "agent-service", "a1", 3, "r1", "t1");
        var event = new Event("e1", "agent.created", Instant.EPOCH, json.createObjectNode(), metadata);
        agrees(schemas.envelope(), json.valueToTree(event));
    }

    @Test
    void aFieldThatMayBeAbsentIsNotRequired() {
        JsonNode required =
                schemas.schema(AgentCreated.TYPE, AgentCreated.class).path("required");
        assertThat(required).extracting(JsonNode::asText).contains("agentId").doesNotContain("baseAgentId");
    }

    static Stream<Class<? extends EventData>> records() {
        return EventTypes.all().values().stream();
    }

    /// The wire's fields are the schema's, each of a type and of the words that the schema allows.
    private static void agrees(JsonNode schema, JsonNode wire) {
        JsonNode properties = schema.path("properties");
        assertThat(wire.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(properties::fieldNames);
        wire.properties().forEach(field -> {
            JsonNode property = properties.path(field.getKey());
            String type = switch (field.getValue().getNodeType()) {
                case NUMBER -> "integer";
                case BOOLEAN -> "boolean";
                case OBJECT -> "object";
                case STRING -> "string";
                default -> field.getValue().getNodeType().name();
            };
            assertThat(property.path("type").asText()).as(field.getKey()).isEqualTo(type);
            if (property.has("enum")) {
                assertThat(property.path("enum")).as(field.getKey()).contains(field.getValue());
            }
            if (property.has("properties")) {
                agrees(property, field.getValue());
            }
        });
    }

    private static void write(SortedMap<String, String> files) throws Exception {
        Files.createDirectories(FOLDER);
        for (String old : names()) {
            Files.delete(FOLDER.resolve(old));
        }
        for (var file : files.entrySet()) {
            Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
        }
    }

    private static Set<String> names() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}

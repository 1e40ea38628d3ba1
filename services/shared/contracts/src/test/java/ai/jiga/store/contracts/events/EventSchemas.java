package ai.jiga.store.contracts.events;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Id;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventData;
import ai.jiga.store.queue.Topic;
import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes the files of `docs/api/events`: a JSON schema of each event's `data` and of the envelope, and the page
/// that lists them.
final class EventSchemas {

    static final String ENVELOPE = "envelope.json";
    static final String PAGE = "README.md";

    private final ObjectMapper json = new ObjectMapper();
    private final SchemaGenerator generator = generator();

    /// By file name.
    SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        files.put(ENVELOPE, written(envelope()));
        EventTypes.all().forEach((type, record) -> files.put(type + ".json", written(schema(type, record))));
        files.put(PAGE, page());
        return files;
    }

    ObjectNode schema(String type, Class<? extends EventData> record) {
        return titled(type, type + ".json", generator.generateSchema(record));
    }

    ObjectNode envelope() {
        ObjectNode schema = titled("event", ENVELOPE, generator.generateSchema(Event.class));
        ObjectNode type = (ObjectNode) schema.path("properties").path("type");
        EventTypes.all().keySet().forEach(type.putArray("examples")::add);
        return schema;
    }

    private ObjectNode titled(String title, String file, ObjectNode generated) {
        ObjectNode schema = json.createObjectNode();
        schema.set("$schema", generated.get("$schema"));
        schema.put("$id", file);
        schema.put("title", title);
        schema.set("description", generated.remove("description"));
        generated.properties().forEach(property -> schema.set(property.getKey(), property.getValue()));
        return schema;
    }

    private String written(JsonNode schema) {
        var lines = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return json.writer(printer).writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema is plain JSON", e);
        }
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Events

                What services tell each other, and what leaves the store for analytics. Each event is an
                [envelope](envelope.json) around the `data` that its type has; the file of a type is the schema of that data.

                - An event is written in the transaction that causes it, and sent at least once: remember the `id`s you have
                  handled.
                - Events with the same `metadata.key` come in the order of `metadata.sequence`; others in any order.
                - Every event also goes to the topic `analytics`. With Pub/Sub, `eventType` and `timestamp` are attributes too.
                - Fields may be added to an event, none is renamed or taken away: ignore what you do not know.
                - Amounts are whole DOF, times are ISO 8601 in UTC.

                | type | topic | key | what has happened when it is sent |
                |---|---|---|---|
                """);
        for (Map.Entry<String, Class<? extends EventData>> event :
                EventTypes.all().entrySet()) {
            page.append("| [`%s`](%s.json) | %s | `%s` | %s |%n"
                    .formatted(
                            event.getKey(),
                            event.getKey(),
                            Topic.of(event.getKey()).topicName(),
                            SampleEvents.of(event.getValue()).key(),
                            JavadocComments.of(event.getValue()).about()));
        }
        return page.append("""

                Generated from the records in `services/shared/contracts`; a test fails when a file is stale and says how to make
                it anew.
                """).toString();
    }

    private static SchemaGenerator generator() {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.INLINE_ALL_SCHEMAS)
                .without(Option.FLATTENED_ENUMS);
        config.forTypesInGeneral()
                .withCustomDefinitionProvider(EventSchemas::wordOfOurs)
                .withDescriptionResolver(scope -> about(scope.getType()));
        config.forFields().withRequiredCheck(field -> !mayBeAbsent(field)).withDescriptionResolver(EventSchemas::about);
        return new SchemaGenerator(config.build());
    }

    private static @Nullable String about(ResolvedType type) {
        Class<?> raw = type.getErasedType();
        if (!raw.isRecord() || raw == Dof.class || Id.class.isAssignableFrom(raw)) {
            return null;
        }
        String about = JavadocComments.of(raw).about();
        return about.isEmpty() ? null : about;
    }

    /// Null is written by leaving the field out.
    private static boolean mayBeAbsent(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable String about(FieldScope field) {
        Class<?> record = field.getDeclaringType().getErasedType();
        return record.isRecord() ? JavadocComments.of(record).components().get(field.getName()) : null;
    }

    /// The kernel's types as the wire has them (see `KernelModule`), and enums by their wire names.
    private static @Nullable CustomDefinition wordOfOurs(ResolvedType type, SchemaGenerationContext context) {
        Class<?> raw = type.getErasedType();
        ObjectNode schema = context.getGeneratorConfig().createObjectNode();
        if (Id.class.isAssignableFrom(raw)) {
            schema.put("type", "string");
        } else if (raw == Dof.class) {
            schema.put("type", "integer").put("minimum", 0);
        } else if (raw == Instant.class) {
            schema.put("type", "string").put("format", "date-time");
        } else if (raw == JsonNode.class) {
            schema.put("type", "object");
        } else if (raw.isEnum()) {
            schema.put("type", "string");
            var words = schema.putArray("enum");
            Arrays.stream(raw.getFields())
                    .filter(java.lang.reflect.Field::isEnumConstant)
                    .forEach(constant -> {
                        JsonProperty wire = constant.getAnnotation(JsonProperty.class);
                        words.add(wire == null ? constant.getName() : wire.value());
                    });
        } else {
            return null;
        }
        return new CustomDefinition(
                schema, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.YES);
    }
}

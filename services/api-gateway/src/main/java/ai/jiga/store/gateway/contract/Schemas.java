package ai.jiga.store.gateway.contract;

import ai.jiga.store.contracts.json.FreeJson;
import ai.jiga.store.text.Line;
import ai.jiga.store.text.Paragraph;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.IndexView;

/// The named schemas, once every operation has said what it knows of them.
final class Schemas {
    private final OpenAPI api;
    private final AnswerMembers answers;

    Schemas(OpenAPI api, IndexView index) {
        this.api = api;
        this.answers = new AnswerMembers(index);
    }

    void finish() {
        String free = FreeJson.class.getSimpleName();
        if (api.getComponents().getSchemas().containsKey(free)) {
            api.getComponents().addSchema(free, freeJson());
        }
        Map<String, Schema> named = api.getComponents().getSchemas();
        answers.describe(named);
        named.values().forEach(this::writePatterns);
        // Each text says of itself what it is, so that nothing refers to how Java keeps it.
        Stream.of(Line.class, Paragraph.class, ObjectNode.class)
                .map(Class::getSimpleName)
                .forEach(api.getComponents()::removeSchema);
    }

    /// What of [FreeJson]'s rules a schema can say: it is not the record that holds it.
    private static Schema freeJson() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("Members that somebody else chooses: " + FreeJson.MAX_LEVELS + " levels and "
                        + FreeJson.MAX_VALUES + " values at most, " + FreeJson.MAX_TEXT
                        + " characters a text, no list directly in a list")
                .maxProperties(FreeJson.MAX_VALUES)
                .propertyNames(OASFactory.createSchema().pattern("^" + FreeJson.KEY + "$"))
                .additionalPropertiesBoolean(true);
    }

    private void writePatterns(Schema schema) {
        if (schema.getPattern() != null) {
            schema.setPattern(EcmaPattern.of(schema.getPattern()));
        }
        partsOf(schema).forEach(this::writePatterns);
    }

    private static List<Schema> partsOf(Schema schema) {
        var parts = new ArrayList<Schema>();
        if (schema.getProperties() != null) {
            parts.addAll(schema.getProperties().values());
        }
        Stream.of(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())
                .filter(forms -> forms != null)
                .forEach(parts::addAll);
        if (schema.getItems() != null) {
            parts.add(schema.getItems());
        }
        if (schema.getAdditionalPropertiesSchema() != null) {
            parts.add(schema.getAdditionalPropertiesSchema());
        }
        return parts;
    }
}

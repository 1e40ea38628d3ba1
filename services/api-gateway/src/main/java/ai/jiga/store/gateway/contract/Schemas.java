package ai.jiga.store.gateway.contract;

import ai.jiga.store.text.Line;
import ai.jiga.store.text.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// The named schemas, once every operation has said what it knows of them.
final class Schemas {
    private final OpenAPI api;

    Schemas(OpenAPI api) {
        this.api = api;
    }

    void finish() {
        Map<String, Schema> named = api.getComponents().getSchemas();
        named.values().forEach(this::writePatterns);
        // Each text says of itself what it is, so that nothing refers to how Java keeps it.
        Stream.of(Line.class, Paragraph.class).map(Class::getSimpleName).forEach(api.getComponents()::removeSchema);
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

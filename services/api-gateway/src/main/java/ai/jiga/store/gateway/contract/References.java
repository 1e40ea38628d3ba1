package ai.jiga.store.gateway.contract;

import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// Follows `$ref` to the description's schemas.
record References(Map<String, Schema> schemas) {
    static References of(OpenAPI api) {
        return new References(api.getComponents().getSchemas());
    }

    static String name(String ref) {
        return ref.substring(ref.lastIndexOf('/') + 1);
    }

    /// The schema itself, or the one that it refers to.
    Schema resolved(Schema schema) {
        String ref = schema.getRef();
        if (ref == null) {
            return schema;
        }
        Schema found = schemas.get(name(ref));
        if (found == null) {
            throw new IllegalStateException("the description refers to a schema that it lacks: " + ref);
        }
        return found;
    }
}

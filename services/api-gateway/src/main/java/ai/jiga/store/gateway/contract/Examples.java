package ai.jiga.store.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What a request may look like, for each operation: what it takes in its address and headers by their names,
/// and a body. All of it is in one file, and works on a store that has been seeded, as far as it names
/// nothing of somebody's own.
final class Examples {
    private static final String FILE = "examples.json";

    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonNode examples;
    private final References references;

    Examples(OpenAPI api) {
        this.references = References.of(api);
        try (InputStream in = Examples.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + FILE + " beside " + Examples.class);
            }
            examples = mapper.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void describe(String path, Operation operation) {
        for (Parameter parameter :
                operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters()) {
            Object example = of(path, parameter);
            if (example != null && parameter.getExample() == null) {
                parameter.setExample(example);
            }
        }
        JsonNode body = examples.path("bodies").path(operation.getOperationId());
        if (!body.isMissingNode() && operation.getRequestBody() != null) {
            for (MediaType media :
                    operation.getRequestBody().getContent().getMediaTypes().values()) {
                media.setExample(plain(body));
            }
        }
    }

    private @Nullable Object of(String path, Parameter parameter) {
        if (parameter.getIn() == Parameter.In.PATH) {
            Iterator<Map.Entry<String, JsonNode>> known =
                    examples.path("paths").properties().iterator();
            while (known.hasNext()) {
                Map.Entry<String, JsonNode> one = known.next();
                if (one.getKey().endsWith("{" + parameter.getName() + "}") && path.contains(one.getKey())) {
                    return plain(one.getValue());
                }
            }
            return null;
        }
        JsonNode named = examples.path("parameters").path(parameter.getName());
        if (!named.isMissingNode()) {
            return plain(named);
        }
        return parameter.getSchema() == null ? null : firstWord(parameter.getSchema());
    }

    /// Of a fixed list, or a list of them where several may be given.
    private @Nullable Object firstWord(Schema schema) {
        Schema items = references.resolved(schema).getItems();
        Schema one = references.resolved(items == null ? schema : items);
        if (one.getEnumeration() == null || one.getEnumeration().isEmpty()) {
            return null;
        }
        Object first = one.getEnumeration().getFirst();
        return items == null ? first : List.of(first);
    }

    private Object plain(JsonNode json) {
        return mapper.convertValue(json, Object.class);
    }
}

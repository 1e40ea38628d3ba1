package ai.jiga.store.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The description that `/openapi` serves, read once, by operation.
public final class Contract {
    private static final String FILE = "META-INF/quarkus-generated-openapi-doc.JSON";

    private final Map<String, DeclaredOperation> operations;

    private Contract(Map<String, DeclaredOperation> operations) {
        this.operations = Map.copyOf(operations);
    }

    /// @throws IllegalStateException when the store was built without a description
    public static Contract read(ClassLoader loader) {
        try (InputStream in = loader.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the store was built without its description: " + FILE);
            }
            return of(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Contract of(JsonNode description) {
        JsonNode schemas = description.path("components").path("schemas");
        var operations = new HashMap<String, DeclaredOperation>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.put(
                                DeclaredMethods.key(operation.getKey(), path.getKey()),
                                DeclaredOperation.of(operation.getValue(), schemas))));
        return new Contract(operations);
    }

    /// @param path with its variables in braces
    Optional<DeclaredOperation> operation(String verb, String path) {
        return Optional.ofNullable(operations.get(DeclaredMethods.key(verb, path)));
    }
}

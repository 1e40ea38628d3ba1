package ai.jiga.store.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an operation of the description takes beside its path and its body.
///
/// @param query by name
/// @param headers by name, as the description writes it
record DeclaredOperation(Map<String, DeclaredParameter> query, List<DeclaredParameter> headers) {
    static DeclaredOperation of(JsonNode operation, JsonNode schemas) {
        var query = new TreeMap<String, DeclaredParameter>();
        var headers = new java.util.ArrayList<DeclaredParameter>();
        for (JsonNode parameter : operation.path("parameters")) {
            var declared = DeclaredParameter.of(parameter, schemas);
            switch (parameter.path("in").asText()) {
                case "query" -> query.put(declared.name(), declared);
                case "header" -> headers.add(declared);
                default -> {}
            }
        }
        return new DeclaredOperation(query, List.copyOf(headers));
    }
}

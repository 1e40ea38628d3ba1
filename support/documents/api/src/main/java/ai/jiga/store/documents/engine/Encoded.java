package ai.jiga.store.documents.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// A document as it is stored, with what an engine's indexes are of.
///
/// @param json its text
/// @param indexed values at the fields of the collection's indexes, and at the one that says when it expires: texts,
/// numbers, booleans,
///     nulls, and arrays where each element is indexed; none where a field is absent
public record Encoded(String json, Map<String, JsonNode> indexed) {}

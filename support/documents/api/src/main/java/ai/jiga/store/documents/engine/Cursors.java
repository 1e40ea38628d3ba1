package ai.jiga.store.documents.engine;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.engine.QueryPlan.Position;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Positions as text: a JSON array of fingerprint, order values, parent and id, in base64url.
final class Cursors {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Cursors() {}

    static Cursor cursor(String fingerprint, Position position) {
        ArrayNode array = JSON.createArrayNode();
        array.add(fingerprint);
        array.addArray().addAll(position.values());
        array.add(position.parent()).add(position.id());
        return new Cursor(Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(array.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /// @throws IllegalArgumentException when the cursor is not one of that query's
    static Position position(Cursor cursor, String fingerprint, int orders) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor.token());
            JsonNode array = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
            boolean wellFormed = array.isArray()
                    && array.size() == 4
                    && array.path(0).asText().equals(fingerprint)
                    && array.path(1).size() == orders;
            if (!wellFormed) {
                throw new IllegalArgumentException("the cursor belongs to another query");
            }
            List<JsonNode> values = new ArrayList<>();
            array.path(1).forEach(values::add);
            return new Position(
                    List.copyOf(values), array.path(2).asText(), array.path(3).asText());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a cursor", e);
        }
    }
}

package ai.jiga.store.idempotency;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/// JSON that comes back in the order in which it was written, which not every engine keeps for the fields of a
/// document: stored as text. Objects of older records are read too.
@JsonDeserialize(using = JsonText.Reading.class)
public record JsonText(@JsonValue String text) {
    static JsonText of(ObjectMapper mapper, Object value) {
        try {
            return new JsonText(mapper.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON value", e);
        }
    }

    <T> T as(ObjectMapper mapper, Class<T> type) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept answer cannot be read as " + type, e);
        }
    }

    /// Called by Jackson.
    static final class Reading extends StdDeserializer<JsonText> {
        private static final long serialVersionUID = 1L;

        Reading() {
            super(JsonText.class);
        }

        @Override
        public JsonText deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return new JsonText(
                    parser.currentToken() == JsonToken.VALUE_STRING
                            ? parser.getText()
                            : parser.readValueAsTree().toString());
        }
    }
}

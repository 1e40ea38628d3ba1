package ai.jiga.store.contracts.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Turns the names of the store's own pictures into addresses and back, in a mapper that was told where
/// they are reached; in any other, such as the one of documents, they stay as they are.
public final class PictureUrls {
    private static final String SCHEME = "asset:";
    private static final Object BASE = PictureUrls.class;

    private PictureUrls() {}

    /// @param base an address that a name follows, with a slash at the end
    public static void reachedAt(ObjectMapper mapper, String base) {
        mapper.setConfig(mapper.getSerializationConfig().withAttribute(BASE, base));
        mapper.setConfig(mapper.getDeserializationConfig().withAttribute(BASE, base));
    }

    static final class Writing extends JsonSerializer<String> {
        @Override
        public void serialize(String stored, JsonGenerator out, SerializerProvider provider) throws IOException {
            boolean own = stored.startsWith(SCHEME) && provider.getAttribute(BASE) != null;
            out.writeString(own ? provider.getAttribute(BASE) + stored.substring(SCHEME.length()) : stored);
        }
    }

    static final class Reading extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1;

        Reading() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String given = _parseString(in, context, this);
            return given != null && context.getAttribute(BASE) instanceof String base && given.startsWith(base)
                    ? SCHEME + given.substring(base.length())
                    : given;
        }
    }
}

package ai.jiga.store.web;

import ai.jiga.store.kernel.Change;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// How a member of a merge patch is read: `null` takes away, and what is not there is no [Change].
final class Changes extends JsonDeserializer<Change<?>> implements ContextualDeserializer {
    private final @Nullable JavaType type;

    Changes(@Nullable JavaType type) {
        this.type = type;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        return new Changes(property.getType().containedType(0));
    }

    @Override
    public Change<?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
        return new Change<>(context.<Object>readValue(in, type));
    }

    @Override
    public Change<?> getNullValue(DeserializationContext context) throws JsonMappingException {
        return new Change<>(null);
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }
}

package ai.jiga.store.contracts.json;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Id;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.function.Function;

/// Registers ids as text and [Dof] as a whole number. A fraction, a number in quotes or a negative amount is refused.
public final class KernelModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    public KernelModule() {
        super("jiga-kernel");
        id(UserId.class, UserId::of);
        id(AgentId.class, AgentId::of);
        id(ListingId.class, ListingId::of);
        id(SessionId.class, SessionId::of);
        id(TransactionId.class, TransactionId::of);
        addSerializer(Dof.class, new JsonSerializer<Dof>() {
            @Override
            public void serialize(Dof value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeNumber(value.amount());
            }
        });
        addDeserializer(Dof.class, new JsonDeserializer<Dof>() {
            @Override
            public Dof deserialize(JsonParser in, DeserializationContext context) throws IOException {
                if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                    return (Dof) context.handleUnexpectedToken(Dof.class, in);
                }
                long amount = in.getLongValue();
                if (amount < 0) {
                    return (Dof) context.handleWeirdNumberValue(Dof.class, amount, "DOF amounts are never negative");
                }
                return Dof.of(amount);
            }
        });
    }

    private <T extends Id> void id(Class<T> type, Function<String, T> make) {
        addSerializer(type, new JsonSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(value.value());
            }
        });
        addKeySerializer(type, new JsonSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeFieldName(value.value());
            }
        });
        addDeserializer(type, new JsonDeserializer<T>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
                if (in.currentToken() != JsonToken.VALUE_STRING) {
                    return type.cast(context.handleUnexpectedToken(type, in));
                }
                String text = in.getText();
                try {
                    return make.apply(text);
                } catch (IllegalArgumentException e) {
                    return type.cast(context.handleWeirdStringValue(type, text, "%s", e.getMessage()));
                }
            }
        });
        addKeyDeserializer(type, new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) {
                return make.apply(key);
            }
        });
    }
}

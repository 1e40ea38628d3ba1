package ai.jiga.store.web;

import ai.jiga.store.kernel.Change;
import ai.jiga.store.kernel.Dof;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// How whole numbers and times are read from clients, for all types that hold them. JSON has one kind of number (RFC
/// 8259, 6): `10000.0` and `1e4` are whole, whatever wrote them. A time is text (RFC 3339), never a number, whose unit
/// nobody can see.
final class WireValues extends SimpleModule {
    private static final long serialVersionUID = 1L;

    WireValues() {
        super("jiga-wire-values");
        whole(Long.class, Long.MIN_VALUE, Long.MAX_VALUE, n -> n);
        whole(long.class, Long.MIN_VALUE, Long.MAX_VALUE, n -> n);
        whole(Integer.class, Integer.MIN_VALUE, Integer.MAX_VALUE, n -> (int) n);
        whole(int.class, Integer.MIN_VALUE, Integer.MAX_VALUE, n -> (int) n);
        whole(Dof.class, 0, Long.MAX_VALUE, Dof::of);
        addDeserializer(Instant.class, new InstantReader());
        addDeserializer(Change.class, new Changes(null));
    }

    private <T> void whole(Class<T> type, long least, long most, LongFunction<T> make) {
        addDeserializer(type, new Whole<>(type, BigDecimal.valueOf(least), BigDecimal.valueOf(most), make));
    }

    private static final class Whole<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final BigDecimal least;
        private final BigDecimal most;
        private final transient LongFunction<T> make;

        Whole(Class<T> type, BigDecimal least, BigDecimal most, LongFunction<T> make) {
            super(type);
            this.least = least;
            this.most = most;
            this.make = make;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_NUMBER_INT && in.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
                return (T) context.handleUnexpectedToken(handledType(), in);
            }
            BigDecimal number = in.getDecimalValue();
            // Compared before it is written out: 1e999999999 has few digits, and a billion as a whole number.
            boolean inRange = number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
            if (!inRange || number.stripTrailingZeros().scale() > 0) {
                return (T) context.handleWeirdNumberValue(
                        handledType(), number, "is a whole number from %s to %s", least, most);
            }
            return make.apply(number.longValueExact());
        }

        @Override
        public @Nullable T getNullValue(DeserializationContext context) throws JsonMappingException {
            return handledType().isPrimitive()
                    ? context.reportInputMismatch(handledType(), "a number is needed, not null")
                    : null;
        }
    }

    private static final class InstantReader extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                return (Instant) context.handleUnexpectedToken(Instant.class, in);
            }
            String text = in.getText();
            Optional<Instant> time = Times.time(text);
            return time.isPresent()
                    ? time.get()
                    : (Instant) context.handleWeirdStringValue(Instant.class, text, Times.A_TIME);
        }
    }
}

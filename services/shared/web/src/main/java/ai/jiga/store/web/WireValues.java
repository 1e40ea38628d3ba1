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
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        addDeserializer(Instant.class, new Times());
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

    private static final class Times extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;
        private static final int LAST_YEAR = 9999;
        /// RFC 3339 lets an offset go to 23:59, and the JDK to 18:00.
        private static final Pattern FAR_OFFSET =
                Pattern.compile("(?<local>.*)(?<offset>[+-](?:18|19|2[0-3]):[0-5][0-9])");

        Times() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                return (Instant) context.handleUnexpectedToken(Instant.class, in);
            }
            String text = in.getText();
            try {
                Instant time = time(text);
                int year = time.atOffset(ZoneOffset.UTC).getYear();
                if (year >= 0 && year <= LAST_YEAR) {
                    return time;
                }
            } catch (DateTimeException e) {
                // Refused below.
            }
            return (Instant)
                    context.handleWeirdStringValue(Instant.class, text, "is a time such as 2026-11-28T18:00:00Z");
        }

        private static Instant time(String text) {
            Matcher far = FAR_OFFSET.matcher(text);
            if (!far.matches()) {
                return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
            }
            Instant local = LocalDateTime.parse(far.group("local"), DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .toInstant(ZoneOffset.UTC);
            String offset = far.group("offset");
            Duration ahead = Duration.ofHours(Integer.parseInt(offset.substring(1, 3)))
                    .plusMinutes(Integer.parseInt(offset.substring(4)));
            return offset.startsWith("+") ? local.minus(ahead) : local.plus(ahead);
        }
    }
}

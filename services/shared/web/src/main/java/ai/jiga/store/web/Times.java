package ai.jiga.store.web;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Times and days as clients write them (RFC 3339), in the years 0 to 9999: in bodies, in queries, and at the gate that
/// the description is.
public final class Times {
    /// What a text is that is none, to follow the field's name.
    public static final String A_TIME = "is a time such as 2026-11-28T18:00:00Z";

    public static final String A_DAY = "is a day such as 2026-11-28";

    private static final int LAST_YEAR = 9999;
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    /// RFC 3339 lets an offset go to 23:59, and the JDK to 18:00.
    private static final Pattern FAR_OFFSET = Pattern.compile("(?<local>.*)(?<offset>[+-](?:18|19|2[0-3]):[0-5][0-9])");

    private Times() {}

    /// Empty for what is no time, and for an empty text.
    public static Optional<Instant> time(String text) {
        try {
            Instant time = read(text);
            int year = time.atOffset(ZoneOffset.UTC).getYear();
            return year >= 0 && year <= LAST_YEAR ? Optional.of(time) : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Instant read(String text) {
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

    /// Empty for what is no day, and for an empty text.
    public static Optional<LocalDate> day(String text) {
        try {
            return DAY.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /// @param name of the parameter
    /// @return null when it was left out
    /// @throws ai.jiga.store.kernel.RejectedException VALIDATION_FAILED
    public static @Nullable Instant timeOf(String name, @Nullable String text) {
        return text == null ? null : time(text).orElseThrow(() -> refused(name, A_TIME));
    }

    /// @param name of the parameter
    /// @return null when it was left out
    /// @throws ai.jiga.store.kernel.RejectedException VALIDATION_FAILED
    public static @Nullable LocalDate dayOf(String name, @Nullable String text) {
        return text == null ? null : day(text).orElseThrow(() -> refused(name, A_DAY));
    }

    private static RuntimeException refused(String name, String what) {
        return Rejection.of(ErrorCode.VALIDATION_FAILED, "'" + name + "' " + what + ".")
                .asException();
    }
}

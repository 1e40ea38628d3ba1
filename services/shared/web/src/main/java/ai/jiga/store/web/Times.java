package ai.jiga.store.web;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Times in queries (RFC 3339).
public final class Times {
    private static final int LAST_YEAR = 9999;
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private Times() {}

    /// A day of the years 0 to 9999 (RFC 3339, `full-date`).
    ///
    /// @param name of the parameter
    /// @return null when it was left out
    /// @throws ai.jiga.store.kernel.RejectedException VALIDATION_FAILED
    public static @Nullable LocalDate day(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException noDay) {
            // Said below.
        }
        throw Rejection.of(ErrorCode.VALIDATION_FAILED, "'" + name + "' is a day such as 2026-11-29 (RFC 3339).")
                .asException();
    }

    /// @param name of the parameter
    /// @return null when it was left out
    /// @throws ai.jiga.store.kernel.RejectedException VALIDATION_FAILED
    public static @Nullable Instant of(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= 0 && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeParseException noTime) {
            // Said below.
        }
        throw Rejection.of(
                        ErrorCode.VALIDATION_FAILED,
                        "'" + name + "' is a time such as 2026-11-29T12:00:00Z (RFC 3339).")
                .asException();
    }
}

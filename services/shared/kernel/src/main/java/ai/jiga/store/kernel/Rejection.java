package ai.jiga.store.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A "no" that the domain expects, as a value: which rule, in words for the person who asked, and the
/// figures that a client may want to show.
///
/// @param detail a sentence: what is wrong and what to do next
/// @param extra further members of the problem document (RFC 9457, 3.2), such as `shortfall`
/// @param errors what is wrong with single fields, when that is the reason
public record Rejection(ErrorCode code, String detail, Map<String, Object> extra, List<FieldError> errors) {
    public Rejection {
        extra = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(extra));
        errors = List.copyOf(errors);
    }

    public static Rejection of(ErrorCode code, String detail) {
        return new Rejection(code, detail, Map.of(), List.of());
    }

    public Rejection with(String name, Object value) {
        var more = new LinkedHashMap<>(extra);
        more.put(name, value);
        return new Rejection(code, detail, more, errors);
    }

    public static Rejection ofFields(ErrorCode code, String detail, List<FieldError> errors) {
        return new Rejection(code, detail, Map.of(), errors);
    }

    /// @param field the path of the field as the client wrote it, such as `pricing.baseRate`
    /// @param message in English
    /// @param code what is wrong with it, for clients that say it in another language: `REQUIRED`, `LENGTH`,
    /// `COUNT`, `RANGE`, `FORM`, `EMAIL`, `TIME_ZONE`, `TOO_COMMON`; null where only the message says it
    /// @param params its bounds, where it has some
    public record FieldError(
            String field,
            String message,
            @Nullable String code,
            @Nullable Bounds params) {
        public FieldError(String field, String message) {
            this(field, message, null, null);
        }

        public FieldError(String field, String message, String code) {
            this(field, message, code, null);
        }
    }

    /// @param min at least, or null
    /// @param max at most, or null
    public record Bounds(@Nullable Long min, @Nullable Long max) {}

    public RejectedException asException() {
        return new RejectedException(this);
    }
}

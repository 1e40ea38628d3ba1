package ai.jiga.store.web;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An error as clients see it: RFC 9457 `application/problem+json`, with our own members beside the standard ones.
///
/// @param code stable, for programs
/// @param error the short text, the same as `title`
/// @param params the figures of this problem by their names, so that a client can say it in its own language
/// @param extra the same beside the standard members, as RFC 9457, 3.2 has it
/// @param instance the path that was asked
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        ErrorCode code,
        String error,
        @Nullable String requestId,
        Instant timestamp,
        List<Rejection.FieldError> errors,
        Map<String, Object> params,
        @JsonAnyGetter Map<String, Object> extra) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(Rejection rejection, String instance, @Nullable String requestId, Instant at) {
        ErrorCode code = rejection.code();
        String type = "https://jiga.ai/problems/"
                + code.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Problem(
                type,
                code.title(),
                code.status(),
                rejection.detail(),
                instance,
                code,
                code.title(),
                requestId,
                at,
                rejection.errors(),
                rejection.extra(),
                rejection.extra());
    }
}

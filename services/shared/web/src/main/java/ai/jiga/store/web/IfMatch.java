package ai.jiga.store.web;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The condition of a PUT or PATCH (RFC 9110, 13.1.1): only if what is there is what the client saw.
///
/// @param header as sent, or null: no condition
public record IfMatch(@Nullable String header) {
    public static final IfMatch ANY = new IfMatch(null);

    /// Refused with PRECONDITION_FAILED unless the version is among those named.
    public Outcome<Long> check(long version) {
        if (header == null || header.strip().equals("*")) {
            return Outcome.done(version);
        }
        boolean matches =
                Arrays.stream(header.split(",")).map(Rendering::opaque).anyMatch(Rendering.tagOf(version)::equals);
        return matches
                ? Outcome.done(version)
                : Outcome.rejected(Rejection.of(
                        ErrorCode.PRECONDITION_FAILED,
                        "It was changed since you read it. Read it again and repeat your change."));
    }
}

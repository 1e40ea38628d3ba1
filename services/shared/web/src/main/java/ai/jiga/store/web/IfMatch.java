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
        return check(version, version);
    }

    /// For a document that changes by itself too, such as by its counters: refused with PRECONDITION_FAILED unless one
    /// of the versions since the last change by hand is among those named.
    ///
    /// @param first the version of the last change by hand
    /// @param last the version of the document
    public Outcome<Long> check(long first, long last) {
        if (header == null || header.strip().equals("*")) {
            return Outcome.done(last);
        }
        boolean matches = Arrays.stream(header.split(","))
                .map(Rendering::opaque)
                .anyMatch(tag -> Rendering.isTagOf(tag, first, last));
        return matches
                ? Outcome.done(last)
                : Outcome.rejected(Rejection.of(
                        ErrorCode.PRECONDITION_FAILED,
                        "It was changed since you read it. Read it again and repeat your change."));
    }
}

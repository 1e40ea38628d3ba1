package ai.jiga.store.web;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.Rejection;
import org.jspecify.annotations.Nullable;

/// How many items a page has.
public final class Limits {
    private Limits() {}

    /// @param limit as the client wrote it, or null
    /// @throws ai.jiga.store.kernel.RejectedException INVALID_LIMIT unless 1 to 100
    public static int of(@Nullable String limit) {
        if (limit == null) {
            return Page.DEFAULT_LIMIT;
        }
        try {
            int n = Integer.parseInt(limit);
            if (n >= 1 && n <= Page.MAX_LIMIT) {
                return n;
            }
        } catch (NumberFormatException e) {
            // Refused below.
        }
        throw Rejection.of(ErrorCode.INVALID_LIMIT, "'limit' is a whole number from 1 to " + Page.MAX_LIMIT + ".")
                .asException();
    }
}

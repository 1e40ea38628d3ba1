package ai.jiga.store.web;

import ai.jiga.store.kernel.Rejection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A refusal that was given before to the same idempotency key, given again with the request id and time it had.
public final class ReplayedRejection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;
    private final transient @Nullable String requestId;
    private final Instant at;

    public ReplayedRejection(Rejection rejection, @Nullable String requestId, Instant at) {
        super(rejection.code().name(), null, false, false);
        this.rejection = rejection;
        this.requestId = requestId;
        this.at = at;
    }

    public Rejection rejection() {
        return rejection;
    }

    public @Nullable String requestId() {
        return requestId;
    }

    public Instant at() {
        return at;
    }
}

package ai.jiga.store.web;

import ai.jiga.store.kernel.Rejection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A refusal with the request id and the time that it has for good: given again to the same idempotency key, it is the
/// same byte for byte.
public final class AnsweredRejection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;
    private final transient @Nullable String requestId;
    private final Instant at;
    private final boolean replayed;

    public AnsweredRejection(Rejection rejection, @Nullable String requestId, Instant at, boolean replayed) {
        super(rejection.code().name(), null, false, false);
        this.rejection = rejection;
        this.requestId = requestId;
        this.at = at;
        this.replayed = replayed;
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

    /// Whether it was given before.
    public boolean replayed() {
        return replayed;
    }
}

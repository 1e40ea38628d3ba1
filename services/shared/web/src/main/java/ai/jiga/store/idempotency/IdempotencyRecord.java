package ai.jiga.store.idempotency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is kept of a request with an idempotency key. Kept for ever: money may be asked about after years.
///
/// @param subject what the request is about while it is under way, such as the id of a session
/// @param answer the answer, once there is one
/// @param rejection the refusal, when that was the answer
/// @param requestId of the first answer
/// @param attempt of the call that wrote the answer in one transaction with its effect: when its body runs again after
/// a
///     commit whose answer was lost, this is how it knows its own answer from an earlier request's
public record IdempotencyRecord(
        String inputHash,
        @Nullable String subject,
        @Nullable JsonText answer,
        @Nullable JsonText rejection,
        @Nullable String requestId,
        Instant at,
        @Nullable String attempt) {
    public boolean isAnswered() {
        return answer != null || rejection != null;
    }
}

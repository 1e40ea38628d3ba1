package ai.jiga.store.idempotency;

import ai.jiga.store.kernel.RequestKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is kept of a request with an idempotency key. Kept for ever: money may be asked about after years.
///
/// @param subject what the request is about when it takes several transactions, such as the id of a session
/// @param answer the answer, once there is one
/// @param rejection set in records of earlier versions alone, which kept refusals: such a key is free
/// @param attempt of the call that wrote the answer in one transaction with its effect: when its body runs
///     again after a commit whose answer was lost, this is how it knows its own answer from an earlier
///     request's
public record IdempotencyRecord(
        String inputHash,
        @Nullable String subject,
        @Nullable JsonText answer,
        @Nullable JsonText rejection,
        Instant at,
        @Nullable String attempt) {
    static IdempotencyRecord begun(RequestKey key, String subject, Instant at) {
        return new IdempotencyRecord(key.inputHash(), subject, null, null, at, null);
    }

    static IdempotencyRecord answered(
            RequestKey key, @Nullable String subject, JsonText answer, Instant at, @Nullable String attempt) {
        return new IdempotencyRecord(key.inputHash(), subject, answer, null, at, attempt);
    }

    public boolean isAnswered() {
        return answer != null;
    }

    public boolean isAbout(String what) {
        return what.equals(subject);
    }
}

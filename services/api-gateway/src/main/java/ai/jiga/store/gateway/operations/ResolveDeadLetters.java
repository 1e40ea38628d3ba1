package ai.jiga.store.gateway.operations;

import ai.jiga.store.audit.AuditLog;
import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Results;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.DeadLetters;
import ai.jiga.store.queue.ParkedEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Looks at the events that a handler failed on too often, and has them tried again or gives them up.
public final class ResolveDeadLetters {
    private final DeadLetters letters;
    private final AuditLog audit;

    public ResolveDeadLetters(DeadLetters letters, AuditLog audit) {
        this.letters = letters;
        this.audit = audit;
    }

    /// As operators see it.
    ///
    /// @param handler which one failed; the event was handled by all others
    /// @param key whose later events wait behind it, for this handler alone
    /// @param attempts 0 when it never failed itself but waits behind one that did
    public record DeadLetter(
            String id,
            String handler,
            String key,
            int attempts,
            String error,
            Instant parkedAt,
            String eventId,
            String eventType,
            Instant eventAt,
            JsonNode data,
            @Nullable String requestId) {}

    /// The oldest first.
    public Page<DeadLetter> list(int limit, @Nullable String cursor) {
        Results<ParkedEvent> found = letters.list(limit, cursor == null ? null : new Cursor(cursor));
        Cursor next = found.next();
        return new Page<>(
                found.values().stream().map(ResolveDeadLetters::seen).toList(), next == null ? null : next.token());
    }

    /// Tries it again in the background, and then what it held back.
    public Outcome<String> retry(UserId operator, String id) {
        return resolve(operator, "dead-letter.retry", id, letters::retry);
    }

    /// Gives it up and lets what it held back go on.
    public Outcome<String> drop(UserId operator, String id) {
        return resolve(operator, "dead-letter.drop", id, letters::drop);
    }

    private Outcome<String> resolve(UserId operator, String act, String id, Predicate<String> how) {
        audit.begin(audit.deed(operator, act, id, null));
        return how.test(id)
                ? Outcome.done(id)
                : Outcome.rejected(
                        ErrorCode.DEAD_LETTER_NOT_FOUND,
                        "There is no dead letter with this id. It may have been retried or dropped before.");
    }

    private static DeadLetter seen(ParkedEvent parked) {
        var event = parked.event();
        return new DeadLetter(
                parked.id(),
                parked.handler(),
                parked.key(),
                parked.attempts(),
                parked.error(),
                parked.parkedAt(),
                event.id(),
                event.type(),
                event.timestamp(),
                event.data(),
                event.metadata().requestId());
    }
}

package ai.jiga.store.tickets;

import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A ticket as it is kept, under the hash of its text.
///
/// @param purpose what it opens: `live`, or `session/{id}`
/// @param redemption which call used it, or null while it is unused: a transaction that runs again finds its own use
/// @param expiresAt from then on it opens nothing, and may be deleted
public record Ticket(
        UserId userId,
        Caller.Role role,
        String purpose,
        @Nullable String redemption,
        Instant expiresAt) {
    Ticket redeemedBy(String call) {
        return new Ticket(userId, role, purpose, call, expiresAt);
    }
}

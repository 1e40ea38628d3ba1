package ai.jiga.store.tickets;

import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.UserId;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A ticket as it is kept, under the hash of its text.
///
/// @param purpose what it opens: `live`, or `session/{id}`
/// @param redemption which call used it, or null while it is unused: a transaction that runs again finds its own use
/// @param admission by what its holder was let in: it opens nothing any more once that is over
/// @param expiresAt from then on it opens nothing, and may be deleted
public record Ticket(
        UserId userId,
        Caller.Role role,
        String purpose,

        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "by")
        @JsonSubTypes({
            @JsonSubTypes.Type(value = Admission.SignedIn.class, name = "sign-in"),
            @JsonSubTypes.Type(value = Admission.VouchedFor.class, name = "issuer"),
            @JsonSubTypes.Type(value = Admission.ByKey.class, name = "key"),
            @JsonSubTypes.Type(value = Admission.AsPlayer.class, name = "player")
        })
        @Nullable
        Admission admission,

        @Nullable String redemption,
        Instant expiresAt) {
    Caller.User holder() {
        return new Caller.User(userId, role, admission);
    }

    Ticket redeemedBy(String call) {
        return new Ticket(userId, role, purpose, admission, call, expiresAt);
    }
}

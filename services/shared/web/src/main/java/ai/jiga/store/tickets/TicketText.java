package ai.jiga.store.tickets;

import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.UserId;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a ticket says, sealed.
///
/// @param purpose what it opens: `live`, or `session/{id}`
/// @param admission by what its holder was let in: it opens nothing any more once that is over
record TicketText(
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

        String id,
        Instant expiresAt) {
    /// From where a key may be used was asked when the ticket was: a ticket would be too long with it.
    static @Nullable Admission withoutPlaces(@Nullable Admission admission) {
        return admission instanceof Admission.ByKey key
                ? new Admission.ByKey(
                        key.keyId(),
                        key.revision(),
                        key.publishable(),
                        key.scopes(),
                        Set.of(),
                        Set.of(),
                        key.purse(),
                        key.until())
                : admission;
    }

    Ticket ticket() {
        return new Ticket(new Caller.User(userId, role, admission), id, expiresAt);
    }
}

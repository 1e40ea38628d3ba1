package ai.jiga.store.contracts.session;

import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.kernel.UserId;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A hire on the terms of a listing, and what the marketplace has to say against it. Sessions own the key: who asked
/// before gets the answer of then, whatever is to be said now.
///
/// @param rate DOF per active hour
/// @param startTime when it is for later
/// @param configuration what the player asks of the agent for this session
/// @param admission by what the player was let in, for the ticket that the answer carries
/// @param refusal why this listing takes no such hire now; null when it does
/// @param key when the client sent an idempotency key
public record HireRequest(
        UserId playerId,
        ListingId listingId,
        AgentId agentId,
        Dof rate,
        Dof allocation,
        @Nullable Instant startTime,
        @Nullable JsonNode configuration,
        @Nullable String message,
        @Nullable Admission admission,
        @Nullable RequestKey key,
        @Nullable Rejection refusal) {
    /// Of a session's hourly rate, at least so much is set aside for it.
    public static final int LEAST_MINUTES = 5;

    private static final int MINUTES_AN_HOUR = 60;

    /// @param rate DOF per active hour
    public static Dof leastAllocation(Dof rate) {
        return rate.fractionRoundedUp(LEAST_MINUTES, MINUTES_AN_HOUR);
    }
}

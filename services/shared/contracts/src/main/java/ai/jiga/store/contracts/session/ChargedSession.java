package ai.jiga.store.contracts.session;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import org.jspecify.annotations.Nullable;

/// What a review must know of a session.
///
/// @param listingId absent unless it was hired through one
/// @param settled whether it has ended and was paid
/// @param consumed what the player was charged; nothing where a studio paid
/// @param played whether the agent answered, or a minute went by
public record ChargedSession(
        SessionId id,
        UserId playerId,
        UserId ownerId,
        AgentId agentId,
        @Nullable ListingId listingId,
        boolean settled,
        Dof consumed,
        boolean played) {}

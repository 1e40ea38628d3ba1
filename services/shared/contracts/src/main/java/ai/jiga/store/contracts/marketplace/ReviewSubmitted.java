package ai.jiga.store.contracts.marketplace;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventData;

/// A charged player reviewed a session.
///
/// @param ownerId the agent's
/// @param rating 1 to 5
public record ReviewSubmitted(
        SessionId sessionId, ListingId listingId, AgentId agentId, UserId ownerId, UserId reviewerId, int rating)
        implements EventData {
    public static final String TYPE = "review.submitted";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String key() {
        return listingId.value();
    }
}

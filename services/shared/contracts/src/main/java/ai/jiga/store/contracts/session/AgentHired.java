package ai.jiga.store.contracts.session;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventData;

/// A player hired an agent through its listing. Written by the session service with the session that it starts.
///
/// @param allocated DOF set aside for the session
public record AgentHired(
        SessionId sessionId, ListingId listingId, AgentId agentId, UserId ownerId, UserId playerId, Dof allocated)
        implements EventData {
    public static final String TYPE = "agent.hired";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String key() {
        return sessionId.value();
    }
}

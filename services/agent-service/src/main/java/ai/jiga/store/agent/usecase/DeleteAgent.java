package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.queue.EventStamp;
import java.time.Instant;
import java.time.InstantSource;

/// The owner deletes an agent: it is gone for everybody and its name is free. Its document stays, marked, because
/// sessions, earnings and the history speak of it.
public final class DeleteAgent {
    private final DocumentStore store;
    private final AgentWriter writer;
    private final InstantSource clock;

    public DeleteAgent(DocumentStore store, AgentWriter writer, InstantSource clock) {
        this.store = store;
        this.writer = writer;
        this.clock = clock;
    }

    public Outcome<AgentId> delete(Caller caller, AgentId id) {
        Instant now = clock.instant();
        EventStamp stamp = writer.stamp();
        return store.transact(tx -> AgentAccess.changeable(tx, id, caller).then(agent -> {
            if (agent.marketplaceStatus().isPublished()) {
                return Outcome.rejected(
                        ErrorCode.AGENT_IS_PUBLISHED,
                        "This agent is on the marketplace. Take it off first: POST /api/v1/agents/" + id
                                + "/unpublish.");
            }
            if (agent.listed() != null && !agent.listed().status().isUpToItsOwner()) {
                return Outcome.rejected(
                        ErrorCode.AGENT_IS_PUBLISHED,
                        "An operator has a hand on this agent's listing, and decides about it first.");
            }
            if (TrackEngagements.isEngaged(tx, id)) {
                return Outcome.rejected(
                        ErrorCode.AGENT_IS_HIRED,
                        "Somebody is in a session with this agent. Wait until it has ended, then delete it.");
            }
            Agent deleted = agent.deleted(now);
            writer.delete(tx, deleted, stamp);
            return Outcome.done(id);
        }));
    }
}

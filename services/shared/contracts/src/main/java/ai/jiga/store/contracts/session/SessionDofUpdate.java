package ai.jiga.store.contracts.session;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventData;

/// What a session has consumed so far, written with its durable marks (pause, resume), not with every action.
///
/// @param consumed DOF
/// @param remaining DOF of the allocation that are left
public record SessionDofUpdate(SessionId sessionId, AgentId agentId, UserId playerId, Dof consumed, Dof remaining)
        implements EventData {
    public static final String TYPE = "session.dof_update";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String key() {
        return sessionId.value();
    }
}

package ai.jiga.store.contracts.session;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventData;

/// A player connected for the first time: the clock runs.
///
/// @param sessionType `hired`, `owned` or `trial`
public record SessionStarted(SessionId sessionId, AgentId agentId, UserId playerId, UserId ownerId, String sessionType)
        implements EventData {
    public static final String TYPE = "session.started";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String key() {
        return sessionId.value();
    }
}

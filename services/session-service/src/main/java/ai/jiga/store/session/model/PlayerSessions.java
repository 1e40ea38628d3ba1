package ai.jiga.store.session.model;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.SessionId;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A player's sessions that are not over: the one document that guards both limits, one session for each
/// agent and a few for each player.
///
/// @param byAgent agent id to session id
public record PlayerSessions(Map<String, SessionId> byAgent) {
    public static final PlayerSessions NONE = new PlayerSessions(Map.of());

    public PlayerSessions {
        byAgent = Map.copyOf(byAgent);
    }

    public Optional<SessionId> with(AgentId agent) {
        return Optional.ofNullable(byAgent.get(agent.value()));
    }

    @JsonIgnore
    public int count() {
        return byAgent.size();
    }

    public PlayerSessions and(AgentId agent, SessionId session) {
        var more = new TreeMap<>(byAgent);
        more.put(agent.value(), session);
        return new PlayerSessions(more);
    }

    /// The guard of another session with the same agent stays.
    public PlayerSessions without(AgentId agent, SessionId session) {
        var less = new TreeMap<>(byAgent);
        less.remove(agent.value(), session);
        return new PlayerSessions(less);
    }
}

package ai.jiga.store.session.model;

import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.json.PictureUrl;
import org.jspecify.annotations.Nullable;

/// Whom a session is with, as the player saw it at the hire: later the agent may be called otherwise, or be gone.
///
/// @param rank such as `Gold`
/// @param type such as `Specialist`
/// @param imageUrl the picture that its owner gave it; absent where it has none
public record AgentCard(
        String name,
        String rank,
        String type,
        @PictureUrl @Nullable String imageUrl) {
    public static AgentCard of(AgentView agent) {
        return new AgentCard(agent.name(), agent.rank().label(), agent.type().label(), agent.imageUrl());
    }
}

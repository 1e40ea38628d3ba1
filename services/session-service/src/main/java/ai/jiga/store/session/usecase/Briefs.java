package ai.jiga.store.session.usecase;

import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.Agents;
import ai.jiga.store.contracts.agent.Specialization;
import ai.jiga.store.contracts.agent.Tool;
import ai.jiga.store.models.Brief;
import ai.jiga.store.session.model.Terms;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The agent as its engine must know it, at the version that was hired: what the owner changes later does not touch a
/// session that was paid for.
public final class Briefs {
    private final Agents agents;

    public Briefs(Agents agents) {
        this.agents = agents;
    }

    /// Empty for a session of earlier versions, which kept the brief with its conversation.
    Optional<Brief> of(Terms terms) {
        Long version = terms.agentVersion();
        return version == null
                ? Optional.empty()
                : agents.asOf(terms.agentId(), version).map(agent -> of(agent, terms.message()));
    }

    private static Brief of(AgentView agent, @Nullable String message) {
        return new Brief(
                agent.id().value(),
                agent.name(),
                agent.rank().label(),
                agent.type().label(),
                agent.provider().label(),
                agent.nationality(),
                agent.language(),
                agent.voiceId(),
                agent.features().hasVoiceChat(),
                agent.features().hasCommentator(),
                agent.features().hasMemory(),
                agent.toolkit().stream().map(Tool::label).collect(Collectors.toUnmodifiableSet()),
                specialization(agent.specialization()),
                agent.configuration(),
                message);
    }

    private static Brief.@Nullable Specialization specialization(@Nullable Specialization s) {
        if (s == null) {
            return null;
        }
        String type = switch (s.specialistType()) {
            case TRAINED -> "Trained";
            case EXPERIENCE -> "Experience";
        };
        return new Brief.Specialization(s.games(), s.focus(), type);
    }
}

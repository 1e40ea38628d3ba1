package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.AgentDraft;
import ai.jiga.store.agent.model.MarketplaceStatus;
import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.Features;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.contracts.agent.Specialization;
import ai.jiga.store.contracts.agent.Tool;
import ai.jiga.store.contracts.json.PictureUrl;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.web.Versioned;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// An agent as its owner sees it: with its configuration, what its model is told, and the version that
/// `If-Match` names.
///
/// @param provider whose model the owner asks for
/// @param runtime whose model really answers; absent when no runtime of the provider is connected
/// @param baseAgentId what it was derived from, for a variant
/// @param toolkit in the order given, also when a kept answer is read again
/// @param baseRate DOF per active hour
public record OwnAgent(
        AgentId id,
        UserId ownerId,
        UserId creatorId,
        @Nullable AgentId baseAgentId,
        String name,
        String description,
        @PictureUrl @Nullable String imageUrl,
        Rank rank,
        AgentType type,
        Provider provider,
        @Nullable Provider runtime,
        String nationality,
        String language,
        String voiceId,
        Features features,
        SequencedSet<Tool> toolkit,
        @Nullable Specialization specialization,
        Dof baseRate,
        @Nullable JsonNode modelConfig,
        JsonNode configuration,
        MarketplaceStatus marketplaceStatus,
        long version,
        Instant createdAt,
        Instant updatedAt)
        implements SeenAgent, Versioned {
    static OwnAgent of(Agent agent, Runtimes runtimes) {
        AgentDraft draft = agent.draft();
        Provider runtime = agent.runtime(runtimes);
        return new OwnAgent(
                agent.id(),
                agent.ownerId(),
                agent.creatorId(),
                agent.baseAgentId(),
                draft.name(),
                draft.description(),
                draft.imageUrl(),
                draft.rank(),
                draft.type(),
                draft.provider(),
                runtime,
                draft.nationality(),
                draft.language(),
                draft.voiceId(),
                draft.features(),
                draft.toolkit(),
                draft.specialization(),
                draft.baseRate(),
                draft.modelConfig(),
                agent.configuration(),
                agent.marketplaceStatus().answeredBy(runtime),
                agent.version(),
                agent.createdAt(),
                agent.updatedAt());
    }
}

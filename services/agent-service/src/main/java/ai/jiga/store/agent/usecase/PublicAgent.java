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
import java.time.Instant;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// An agent as everybody sees it.
///
/// @param provider whose model the owner asks for
/// @param runtime whose model really answers; absent when no runtime of the provider is connected
/// @param baseAgentId what it was derived from, for a variant
/// @param baseRate DOF per active hour
public record PublicAgent(
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
        MarketplaceStatus marketplaceStatus,
        Instant createdAt,
        Instant updatedAt)
        implements SeenAgent {
    static PublicAgent of(Agent agent, Runtimes runtimes) {
        AgentDraft draft = agent.draft();
        Provider runtime = agent.runtime(runtimes);
        return new PublicAgent(
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
                agent.marketplaceStatus().answeredBy(runtime),
                agent.createdAt(),
                agent.updatedAt());
    }
}

package ai.jiga.store.contracts.agent;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.UserId;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An agent, as the other services see it.
///
/// @param ownerId who earns when it is hired; [UserId#SYSTEM] for the system agents
/// @param creatorId the owner of the agent it was derived from; the owner itself when it was not derived
/// @param baseAgentId what it was derived from, for a variant
/// @param baseRate DOF per active hour
/// @param configuration as its owner set it
/// @param shown whether everybody may know of it: it is the platform's, or was published once. Of any
/// other, such as a draft, its owner and operators alone know
/// @param listed whether others may play with it now: its listing takes hires, and something answers for it
/// @param runtime whose model really answers; null when no runtime of its provider is connected
/// @param version rises with each change
public record AgentView(
        AgentId id,
        UserId ownerId,
        UserId creatorId,
        @Nullable AgentId baseAgentId,
        String name,
        String description,
        @Nullable String imageUrl,
        Rank rank,
        AgentType type,
        Provider provider,
        String nationality,
        String language,
        String voiceId,
        Features features,
        Set<Tool> toolkit,
        @Nullable Specialization specialization,
        Dof baseRate,
        JsonNode configuration,
        boolean shown,
        boolean listed,
        @Nullable Provider runtime,
        long version) {
    /// A variant costs 70 % of its parent, in time and in tariff.
    public boolean isVariant() {
        return baseAgentId != null;
    }
}

package ai.jiga.store.agent.usecase;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Purse;
import org.jspecify.annotations.Nullable;

/// What a user wants of a system agent of their own.
///
/// @param avatarUrl the parent's picture, when null
/// @param purse within which budgets it is paid
public record VariantWish(
        AgentId baseAgentId, String name, @Nullable String avatarUrl, String voiceId, Purse purse) {
    /// Of somebody who pays from their own pocket.
    public VariantWish(AgentId baseAgentId, String name, @Nullable String avatarUrl, String voiceId) {
        this(baseAgentId, name, avatarUrl, voiceId, Purse.OWN);
    }
}

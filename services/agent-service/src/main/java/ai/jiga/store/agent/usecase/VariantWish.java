package ai.jiga.store.agent.usecase;

import ai.jiga.store.kernel.AgentId;
import org.jspecify.annotations.Nullable;

/// What a user wants of a system agent of their own.
///
/// @param avatarUrl the parent's picture, when null
public record VariantWish(
        AgentId baseAgentId, String name, @Nullable String avatarUrl, String voiceId) {}

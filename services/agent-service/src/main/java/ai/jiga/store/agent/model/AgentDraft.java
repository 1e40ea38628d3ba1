package ai.jiga.store.agent.model;

import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.Features;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.agent.Specialization;
import ai.jiga.store.contracts.agent.Tool;
import ai.jiga.store.contracts.json.PictureUrl;
import ai.jiga.store.kernel.Dof;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// What an owner says of an agent: all of it that the [AgentRules] judge.
///
/// @param name as shown; white space at its ends and runs of it are removed
/// @param description empty when none was given
/// @param voiceId one of the provider's [Voices]
/// @param toolkit in the order given, also after it was stored
/// @param baseRate DOF per active hour
/// @param modelConfig what the provider's model is told, a JSON object
public record AgentDraft(
        String name,
        String description,
        @PictureUrl @Nullable String imageUrl,
        Rank rank,
        AgentType type,
        Provider provider,
        String nationality,
        String language,
        String voiceId,
        Features features,
        SequencedSet<Tool> toolkit,
        @Nullable Specialization specialization,
        Dof baseRate,
        @Nullable JsonNode modelConfig) {
    public AgentDraft {
        name = name.strip().replaceAll("\\s+", " ");
        toolkit = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(toolkit));
    }

    public boolean has(Tool tool) {
        return toolkit.contains(tool);
    }

    /// What is left of it when nobody gave or earned that it is a Specialist.
    public AgentDraft withoutClaims() {
        if (type != AgentType.SPECIALIST && specialization == null) {
            return this;
        }
        AgentType honest = type != AgentType.SPECIALIST
                ? type
                : has(Tool.LEARN) && features.hasMemory() ? AgentType.MENTOR : AgentType.ASSISTANT;
        return as(honest, null);
    }

    public AgentDraft specialist(Specialization earned) {
        return as(AgentType.SPECIALIST, earned);
    }

    private AgentDraft as(AgentType other, @Nullable Specialization expert) {
        return new AgentDraft(
                name,
                description,
                imageUrl,
                rank,
                other,
                provider,
                nationality,
                language,
                voiceId,
                features,
                toolkit,
                expert,
                baseRate,
                modelConfig);
    }

    /// Whether it says what only an operator or hours of play can say.
    public boolean claimsToBeSpecial() {
        return type == AgentType.SPECIALIST || specialization != null;
    }

    /// Whether both say the same of what they are expert in.
    public boolean claimsAs(AgentDraft other) {
        return type == other.type && Objects.equals(specialization, other.specialization);
    }

    public AgentDraft named(String other) {
        return with(other, imageUrl, voiceId, baseRate);
    }

    public AgentDraft pictured(@Nullable String other) {
        return with(name, other, voiceId, baseRate);
    }

    public AgentDraft voiced(String other) {
        return with(name, imageUrl, other, baseRate);
    }

    public AgentDraft atRate(Dof other) {
        return with(name, imageUrl, voiceId, other);
    }

    private AgentDraft with(String name, @Nullable String imageUrl, String voiceId, Dof baseRate) {
        return new AgentDraft(
                name,
                description,
                imageUrl,
                rank,
                type,
                provider,
                nationality,
                language,
                voiceId,
                features,
                toolkit,
                specialization,
                baseRate,
                modelConfig);
    }
}

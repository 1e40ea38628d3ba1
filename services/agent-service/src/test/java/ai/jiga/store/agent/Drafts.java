package ai.jiga.store.agent;

import ai.jiga.store.agent.model.AgentDraft;
import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.Features;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.agent.Specialization;
import ai.jiga.store.contracts.agent.Tool;
import ai.jiga.store.kernel.Dof;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes drafts that keep every rule, but for what a test changes.
public record Drafts(
        String name,
        Rank rank,
        AgentType type,
        Provider provider,
        String voice,
        Features features,
        List<Tool> toolkit,
        @Nullable Specialization specialization,
        @Nullable Dof rate,
        @Nullable JsonNode modelConfig) {
    /// A Silver assistant that talks and remembers.
    public static Drafts valid() {
        return new Drafts(
                "Ember",
                Rank.SILVER,
                AgentType.ASSISTANT,
                Provider.OPENAI,
                "echo",
                new Features(true, false, true),
                List.of(Tool.VOICE_INSTRUCTION, Tool.GENERAL_GAMING, Tool.TUREL, Tool.OBSERVATION),
                null,
                null,
                null);
    }

    public static Drafts named(String name) {
        return valid().withName(name);
    }

    /// One that the store's own coach answers for.
    public static Drafts coached(String name) {
        return named(name).withRank(Rank.BRONZE).withVoice(Provider.BUILTIN, "echo");
    }

    public Drafts withName(String other) {
        return new Drafts(other, rank, type, provider, voice, features, toolkit, specialization, rate, modelConfig);
    }

    public Drafts withRank(Rank other) {
        return new Drafts(name, other, type, provider, voice, features, toolkit, specialization, rate, modelConfig);
    }

    public Drafts withType(AgentType other) {
        return new Drafts(name, rank, other, provider, voice, features, toolkit, specialization, rate, modelConfig);
    }

    public Drafts withVoice(Provider of, String other) {
        return new Drafts(name, rank, type, of, other, features, toolkit, specialization, rate, modelConfig);
    }

    public Drafts withFeatures(boolean voiceChat, boolean commentator, boolean memory) {
        var other = new Features(voiceChat, commentator, memory);
        return new Drafts(name, rank, type, provider, voice, other, toolkit, specialization, rate, modelConfig);
    }

    public Drafts withToolkit(Tool... other) {
        return new Drafts(
                name, rank, type, provider, voice, features, List.of(other), specialization, rate, modelConfig);
    }

    public Drafts withSpecialization(@Nullable Specialization other) {
        return new Drafts(name, rank, type, provider, voice, features, toolkit, other, rate, modelConfig);
    }

    public Drafts withRate(long other) {
        return new Drafts(
                name, rank, type, provider, voice, features, toolkit, specialization, Dof.of(other), modelConfig);
    }

    public Drafts withModelConfig(JsonNode other) {
        return new Drafts(name, rank, type, provider, voice, features, toolkit, specialization, rate, other);
    }

    public AgentDraft draft() {
        return new AgentDraft(
                name,
                "Keeps a cool head.",
                null,
                rank,
                type,
                provider,
                "Brazilian",
                "en-US",
                voice,
                features,
                new LinkedHashSet<>(toolkit),
                specialization,
                rate == null ? rank.leastRate() : rate,
                modelConfig);
    }
}

package ai.jiga.store.agent.inbound;

import ai.jiga.store.agent.model.AgentDraft;
import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.Features;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.agent.Specialization;
import ai.jiga.store.contracts.agent.Specialization.SpecialistType;
import ai.jiga.store.contracts.agent.Tool;
import ai.jiga.store.contracts.json.FreeJson;
import ai.jiga.store.contracts.json.PictureUrl;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.text.Characters;
import ai.jiga.store.text.Line;
import ai.jiga.store.text.Paragraph;
import ai.jiga.store.text.TextKey;
import ai.jiga.store.text.Verbatim;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The body that makes or replaces an agent. Its form is judged here; what an agent must keep, by the rules.
///
/// @param baseRate DOF per active hour; the least of the rank, when left out
/// @param configuration what the rank comes with, when left out of a new agent; as it was, of a replaced one
public record AgentRequest(
        @NotNull @Characters(max = Texts.LONGEST_NAME) @Nullable
        Line name,

        @NotNull @Nullable Rank rank,
        @NotNull @Nullable AgentType type,
        @NotNull @Nullable Provider provider,

        @NotNull @Characters(min = 1, max = 60) @Nullable Line nationality,

        @Verbatim @NotNull @Pattern(regexp = Texts.LANGUAGE, message = Texts.LANGUAGE_MESSAGE) @Nullable
        String language,

        @Verbatim @NotNull @Pattern(regexp = Texts.VOICE, message = Texts.VOICE_MESSAGE) @Nullable
        String voiceId,

        @Characters(max = 2000) @Nullable Paragraph description,

        @Verbatim
        @PictureUrl
        @Size(max = 2000)
        @Pattern(regexp = Texts.PICTURE, message = Texts.PICTURE_MESSAGE)
        @Nullable
        String imageUrl,

        @Valid @NotNull @Nullable FeaturesRequest features,
        @NotNull @Size(max = 8) @Nullable List<@NotNull Tool> toolkit,
        @Valid @Nullable SpecializationRequest specialization,
        @Nullable Dof baseRate,
        @Nullable FreeJson modelConfig,
        @Nullable FreeJson configuration) {

    public record FeaturesRequest(
            @NotNull @Nullable Boolean hasVoiceChat,
            @NotNull @Nullable Boolean hasCommentator,
            @NotNull @Nullable Boolean hasMemory) {
        Features features() {
            return new Features(
                    Objects.requireNonNull(hasVoiceChat),
                    Objects.requireNonNull(hasCommentator),
                    Objects.requireNonNull(hasMemory));
        }
    }

    /// @param games such as `Call of Duty`
    public record SpecializationRequest(
            @NotNull @Size(max = 20) @Nullable List<@NotNull @Characters(min = 1, max = 60) Line> games,

            @NotNull @Characters(max = 200) @Nullable Line focus,

            @NotNull @Nullable SpecialistType specialistType) {
        Specialization specialization() {
            return new Specialization(
                    TextKey.distinct(Objects.requireNonNull(games).stream()
                            .map(Line::text)
                            .toList()),
                    Objects.requireNonNull(focus).text(),
                    Objects.requireNonNull(specialistType));
        }
    }

    /// Once it has been checked.
    AgentDraft draft() {
        Rank ranked = Objects.requireNonNull(rank);
        return new AgentDraft(
                Objects.requireNonNull(name).text(),
                description == null ? "" : description.text(),
                imageUrl,
                ranked,
                Objects.requireNonNull(type),
                Objects.requireNonNull(provider),
                Objects.requireNonNull(nationality).text(),
                Objects.requireNonNull(language),
                Objects.requireNonNull(voiceId),
                Objects.requireNonNull(features).features(),
                new LinkedHashSet<>(Objects.requireNonNull(toolkit)),
                specialization == null ? null : specialization.specialization(),
                baseRate == null ? ranked.leastRate() : baseRate,
                given(modelConfig));
    }

    @Nullable
    JsonNode givenConfiguration() {
        return given(configuration);
    }

    private static @Nullable JsonNode given(@Nullable FreeJson json) {
        return json == null ? null : json.object();
    }
}

package ai.jiga.store.agent.inbound;

import ai.jiga.store.agent.model.AgentDraft;
import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.Features;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.agent.Specialization;
import ai.jiga.store.contracts.agent.Specialization.SpecialistType;
import ai.jiga.store.contracts.agent.Tool;
import ai.jiga.store.contracts.json.PictureUrl;
import ai.jiga.store.kernel.Dof;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
        @NotNull @Pattern(regexp = Texts.LINE, message = Texts.LINE_MESSAGE) @Nullable
        String name,

        @NotNull @Nullable Rank rank,
        @NotNull @Nullable AgentType type,
        @NotNull @Nullable Provider provider,

        @NotBlank @Size(max = 60) @Pattern(regexp = Texts.LINE, message = Texts.LINE_MESSAGE) @Nullable
        String nationality,

        @NotNull @Pattern(regexp = Texts.LANGUAGE, message = Texts.LANGUAGE_MESSAGE) @Nullable
        String language,

        @NotBlank @Size(max = 100) @Pattern(regexp = Texts.LINE, message = Texts.LINE_MESSAGE) @Nullable
        String voiceId,

        @Size(max = 2000) @Pattern(regexp = Texts.LINES, message = Texts.LINES_MESSAGE) @Nullable
        String description,

        @PictureUrl @Size(max = 2000) @Pattern(regexp = Texts.PICTURE, message = Texts.PICTURE_MESSAGE) @Nullable
        String imageUrl,

        @NotNull @Nullable Features features,
        @NotNull @Size(max = 8) @Nullable List<@NotNull Tool> toolkit,
        @Valid @Nullable SpecializationRequest specialization,
        @Nullable Dof baseRate,
        @Nullable JsonNode modelConfig,
        @Nullable JsonNode configuration) {

    /// @param games such as `Call of Duty`
    public record SpecializationRequest(
            @NotNull @Size(max = 20) @Nullable
            List<@NotBlank @Size(max = 60) @Pattern(regexp = Texts.LINE, message = Texts.LINE_MESSAGE) String> games,

            @NotNull @Size(max = 200) @Pattern(regexp = Texts.LINE, message = Texts.LINE_MESSAGE) @Nullable
            String focus,

            @NotNull @Nullable SpecialistType specialistType) {
        Specialization specialization() {
            return new Specialization(
                    Objects.requireNonNull(games),
                    Objects.requireNonNull(focus),
                    Objects.requireNonNull(specialistType));
        }
    }

    /// Once it has been checked.
    AgentDraft draft() {
        Rank ranked = Objects.requireNonNull(rank);
        return new AgentDraft(
                Objects.requireNonNull(name),
                Objects.requireNonNullElse(description, ""),
                imageUrl,
                ranked,
                Objects.requireNonNull(type),
                Objects.requireNonNull(provider),
                Objects.requireNonNull(nationality),
                Objects.requireNonNull(language),
                Objects.requireNonNull(voiceId),
                Objects.requireNonNull(features),
                new LinkedHashSet<>(Objects.requireNonNull(toolkit)),
                specialization == null ? null : specialization.specialization(),
                baseRate == null ? ranked.leastRate() : baseRate,
                given(modelConfig));
    }

    @Nullable
    JsonNode givenConfiguration() {
        return given(configuration);
    }

    /// A JSON null is no value.
    private static @Nullable JsonNode given(@Nullable JsonNode json) {
        return json == null || json.isNull() ? null : json;
    }
}

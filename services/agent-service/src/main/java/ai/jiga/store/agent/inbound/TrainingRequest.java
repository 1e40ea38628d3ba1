package ai.jiga.store.agent.inbound;

import ai.jiga.store.contracts.agent.Specialization;
import ai.jiga.store.contracts.agent.Specialization.SpecialistType;
import ai.jiga.store.text.Characters;
import ai.jiga.store.text.Line;
import ai.jiga.store.text.TextKey;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an agent has been trained in.
///
/// @param games such as `Call of Duty`
/// @param focus modes or subjects, with commas between them, such as `Warzone, Search & Destroy`
record TrainingRequest(
        @NotNull @Size(min = 1, max = 20) @Nullable List<@NotNull @Characters(min = 1, max = 60) Line> games,

        @NotNull @Characters(min = 1, max = 200) @Nullable Line focus) {
    /// Once it has been checked.
    Specialization specialization() {
        return new Specialization(
                TextKey.distinct(
                        Objects.requireNonNull(games).stream().map(Line::text).toList()),
                Objects.requireNonNull(focus).text(),
                SpecialistType.TRAINED);
    }
}

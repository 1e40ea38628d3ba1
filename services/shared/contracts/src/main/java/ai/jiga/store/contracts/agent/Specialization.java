package ai.jiga.store.contracts.agent;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// What a specialist is expert in.
///
/// @param games such as `Call of Duty`
/// @param focus modes or subject, such as `Search & Destroy`
public record Specialization(List<String> games, String focus, SpecialistType specialistType) {
    public Specialization {
        games = List.copyOf(games);
    }

    public enum SpecialistType {
        /// Built so by the platform.
        @JsonProperty("Trained")
        TRAINED,
        /// A Mentor that earned it.
        @JsonProperty("Experience")
        EXPERIENCE
    }
}

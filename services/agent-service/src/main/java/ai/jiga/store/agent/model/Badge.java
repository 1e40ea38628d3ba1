package ai.jiga.store.agent.model;

import java.util.List;

/// A badge of the catalogue: what a Mentor earns with the first specialization of a game.
///
/// @param id such as `cod-expert`
/// @param position its place in the catalogue, from 1
/// @param requirements for each mode, how long a Mentor must have played it
public record Badge(String id, String game, int position, List<Requirement> requirements) {
    public Badge {
        requirements = List.copyOf(requirements);
    }

    /// @param hours of play in this mode after which the specialization is earned
    public record Requirement(String mode, int hours) {}
}

package ai.jiga.store.kernel;

import org.jspecify.annotations.Nullable;

/// How much may be spent in somebody's name. What is set aside counts as spent until it is given back.
///
/// @param id what is counted together: a key's spending, or a player's of a studio
/// @param day DOF from midnight to midnight, UTC; null: no limit, as with the others
/// @param month DOF in a calendar month, UTC
/// @param total DOF in all
/// @param inFlight DOF that may be set aside at once
public record Budget(
        String id,
        @Nullable Dof day,
        @Nullable Dof month,
        @Nullable Dof total,
        @Nullable Dof inFlight) {
    /// Counts, and limits nothing.
    public static Budget unlimited(String id) {
        return new Budget(id, null, null, null, null);
    }
}

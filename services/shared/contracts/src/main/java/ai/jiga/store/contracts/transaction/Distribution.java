package ai.jiga.store.contracts.transaction;

import ai.jiga.store.kernel.Dof;

/// How what a session consumed was split: 70 % owner, 25 % platform, 5 % creator, each floored, what cannot
/// be divided to the owner. `creator` is 0 where there is no distinct creator: the owner has it, or, for an
/// agent derived from the platform's own, the platform has.
public record Distribution(Dof owner, Dof platform, Dof creator) {
    public static final Distribution NOTHING = new Distribution(Dof.ZERO, Dof.ZERO, Dof.ZERO);
}

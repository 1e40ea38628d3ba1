package ai.jiga.store.session.model;

import ai.jiga.store.kernel.Dof;

/// One thing that was charged.
///
/// @param units whole, see [UsageAction]
/// @param dof `floor(units x price x percent / 100)`
public record UsageLine(UsageAction action, long units, Dof dof) {}

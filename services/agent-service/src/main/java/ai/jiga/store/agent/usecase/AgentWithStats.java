package ai.jiga.store.agent.usecase;

import ai.jiga.store.kernel.Dof;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;

/// An agent as its owner sees it, and what it did so far. Not versioned: what it did changes without the agent.
public record AgentWithStats(@JsonUnwrapped OwnAgent agent, Stats stats) implements SeenAgent {
    /// @param sessions that others were charged for
    /// @param activeHours of them, to two digits, rounded down
    /// @param dofConsumed by them
    /// @param dofEarned DOF that went to the owner
    public record Stats(long sessions, BigDecimal activeHours, Dof dofConsumed, Dof dofEarned) {}
}

package ai.jiga.store.agent.model;

import ai.jiga.store.kernel.Rejection;
import java.util.Optional;

/// One thing that every agent keeps.
@FunctionalInterface
public interface AgentRule {
    /// Why the draft breaks the rule, with the field to mend; empty when it keeps it.
    Optional<Rejection> check(AgentDraft draft);
}

package ai.jiga.store.kernel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who pays for what somebody does, and within which limits.
///
/// @param payer whose wallet; null: of whoever does it
/// @param budgets each of them must have room
/// @param agents for whose sessions alone it pays; empty: for any
public record Purse(@Nullable UserId payer, List<Budget> budgets, Set<AgentId> agents) {
    /// One's own wallet, without a limit.
    public static final Purse OWN = new Purse(null, List.of());

    public Purse {
        budgets = List.copyOf(budgets);
        // What was kept before there was a choice has none.
        agents = agents == null ? Set.of() : Set.copyOf(agents);
    }

    /// For any agent.
    public Purse(@Nullable UserId payer, List<Budget> budgets) {
        this(payer, budgets, Set.of());
    }

    public boolean paysFor(AgentId agent) {
        return agents.isEmpty() || agents.contains(agent);
    }

    public UserId payerFor(UserId user) {
        return Optional.ofNullable(payer).orElse(user);
    }

    /// Of somebody who was let in by `admission`.
    public static Purse of(@Nullable Admission admission) {
        return switch (admission) {
            case Admission.ByKey key -> key.purse();
            case Admission.AsPlayer player -> player.purse();
            case null, default -> OWN;
        };
    }
}

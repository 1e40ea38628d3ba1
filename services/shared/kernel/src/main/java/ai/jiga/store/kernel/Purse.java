package ai.jiga.store.kernel;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who pays for what somebody does, and within which limits.
///
/// @param payer whose wallet; null: of whoever does it
/// @param budgets each of them must have room
public record Purse(@Nullable UserId payer, List<Budget> budgets) {
    /// One's own wallet, without a limit.
    public static final Purse OWN = new Purse(null, List.of());

    public Purse {
        budgets = List.copyOf(budgets);
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

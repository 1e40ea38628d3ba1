package ai.jiga.store.transaction.model;

import java.time.Instant;
import java.util.Map;

/// What stood on the platform's accounts when a day (UTC) was over.
///
/// @param balances by account and asset, such as `revenue DOF`
/// @param at when it was written: moments after midnight, or when the store came back
public record ClosedDay(Map<String, Long> balances, Instant at) {
    public ClosedDay {
        balances = Map.copyOf(balances);
    }

    /// Whole units of the asset.
    public long balance(Account account, Asset asset) {
        return balances.getOrDefault(account.name() + " " + asset, 0L);
    }
}

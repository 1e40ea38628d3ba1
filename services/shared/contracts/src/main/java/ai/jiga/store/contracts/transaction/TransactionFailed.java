package ai.jiga.store.contracts.transaction;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventData;

/// A transaction came to nothing.
///
/// @param userId who started it
/// @param transactionType such as `purchase`
/// @param amount DOF that it was to be
/// @param reason in words
public record TransactionFailed(
        TransactionId transactionId, UserId userId, String transactionType, Dof amount, String reason)
        implements EventData {
    public static final String TYPE = "transaction.failed";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String key() {
        return transactionId.value();
    }
}

package ai.jiga.store.contracts.transaction;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventData;

/// A transaction waits: a checkout to be paid, a hold to be settled.
///
/// @param userId who buys or pays
/// @param transactionType `purchase` or `hire`
/// @param amount DOF
public record TransactionInitiated(TransactionId transactionId, UserId userId, String transactionType, Dof amount)
        implements EventData {
    public static final String TYPE = "transaction.initiated";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String key() {
        return transactionId.value();
    }
}

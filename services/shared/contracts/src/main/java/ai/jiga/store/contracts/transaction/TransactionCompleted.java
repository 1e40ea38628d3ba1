package ai.jiga.store.contracts.transaction;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventData;
import org.jspecify.annotations.Nullable;

/// A transaction was posted: the books have it already.
///
/// @param userId who started it
/// @param transactionType `purchase`, `hire`, `transfer`, `variant_creation`, `refund`, `sellback` or `grant`
/// @param amount DOF; of a hire what was consumed, of a transfer what arrives
/// @param sessionId of a hire
/// @param agentId of a hire or of a variant
/// @param counterpartyId who receives: the owner of a hire, the recipient of a transfer
public record TransactionCompleted(
        TransactionId transactionId,
        UserId userId,
        String transactionType,
        Dof amount,
        @Nullable SessionId sessionId,
        @Nullable AgentId agentId,
        @Nullable UserId counterpartyId,
        @Nullable Distribution distribution)
        implements EventData {
    public static final String TYPE = "transaction.completed";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String key() {
        return transactionId.value();
    }
}

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
/// @param spender in whose name it was paid, when that is a key: `key-{id}`
/// @param counterpartyId who receives: the owner of a hire, the recipient of a transfer
public record TransactionCompleted(
        TransactionId transactionId,
        UserId userId,
        String transactionType,
        Dof amount,
        @Nullable SessionId sessionId,
        @Nullable AgentId agentId,
        @Nullable UserId counterpartyId,
        @Nullable Distribution distribution,
        @Nullable String spender)
        implements EventData {
    public static final String TYPE = "transaction.completed";

    /// Of what nobody paid in another's name.
    public TransactionCompleted(
            TransactionId transactionId,
            UserId userId,
            String transactionType,
            Dof amount,
            @Nullable SessionId sessionId,
            @Nullable AgentId agentId,
            @Nullable UserId counterpartyId,
            @Nullable Distribution distribution) {
        this(transactionId, userId, transactionType, amount, sessionId, agentId, counterpartyId, distribution, null);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String key() {
        return transactionId.value();
    }
}

package ai.jiga.store.contracts.transaction;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventData;
import org.jspecify.annotations.Nullable;

/// A transaction was posted: the books have it already.
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

package ai.jiga.store.agent.model;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.kernel.TransactionId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a variant costs, and which request asked for it: enough for anybody to finish what that request began.
///
/// @param transactionId made of the variant's id, so that one variant is charged once, whoever charges
/// @param key of the request, when it had one
/// @param requestId of the request
/// @param purse within which budgets it is paid; null in what earlier versions wrote: within none
public record VariantPayment(
        TransactionId transactionId,
        Dof price,
        @Nullable RequestKey key,
        @Nullable String requestId,
        @Nullable Purse purse) {
    private static final String PREFIX = "var-";

    /// @param purse of whoever wishes for it
    public static VariantPayment of(
            AgentId variant, Dof price, @Nullable RequestKey key, @Nullable String requestId, Purse purse) {
        return new VariantPayment(TransactionId.of(PREFIX + variant.value()), price, key, requestId, purse);
    }

    /// The variant that a transaction pays for, if it does.
    public static Optional<AgentId> variantOf(TransactionId transaction) {
        String id = transaction.value();
        return id.startsWith(PREFIX) && id.length() > PREFIX.length()
                ? Optional.of(AgentId.of(id.substring(PREFIX.length())))
                : Optional.empty();
    }
}

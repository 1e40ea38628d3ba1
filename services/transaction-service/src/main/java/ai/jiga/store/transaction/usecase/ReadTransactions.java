package ai.jiga.store.transaction.usecase;

import ai.jiga.store.contracts.transaction.Distribution;
import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Results;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.transaction.model.Account;
import ai.jiga.store.transaction.model.Asset;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.LedgerTransaction;
import ai.jiga.store.transaction.model.LedgerTransaction.HireTerms;
import ai.jiga.store.transaction.model.LedgerTransaction.PurchaseTerms;
import ai.jiga.store.transaction.model.LedgerTransaction.TransferTerms;
import ai.jiga.store.transaction.model.TransactionStatus;
import ai.jiga.store.transaction.model.TransactionType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A user's transactions, as this user sees them: the owner sees a hire as an earning of the share.
public final class ReadTransactions {
    private final DocumentStore store;

    public ReadTransactions(DocumentStore store) {
        this.store = store;
    }

    /// As clients see it.
    ///
    /// @param amount what moved for this user, unsigned; of a pending hire, what is held
    /// @param direction `in` or `out`
    /// @param fee part of the amount, for the sender of a transfer
    /// @param entries the movements on this user's own accounts
    /// @param money what was paid for a package
    public record TransactionView(
            TransactionId id,
            TransactionType type,
            TransactionStatus status,
            Dof amount,
            String direction,
            String currency,
            List<Entry> entries,
            @Nullable Dof fee,
            @Nullable Distribution distribution,
            @Nullable Money money,
            @Nullable SessionId sessionId,
            @Nullable AgentId agentId,
            @Nullable UserId counterpartyId,
            @Nullable String note,
            Instant createdAt,
            @Nullable Instant completedAt) {}

    /// @param account `wallet`, `held` or `earnings`
    public record Entry(String account, long amount) {}

    public record Money(String amount, String currency, String provider) {}

    /// The newest first.
    public Page<TransactionView> list(
            UserId user,
            @Nullable TransactionType type,
            @Nullable TransactionStatus status,
            int limit,
            @Nullable String cursor) {
        String view = type == null ? user.value() : user.value() + "|" + type.label();
        Query<LedgerTransaction> query =
                LedgerCollections.TRANSACTIONS.query().where("views").contains(view);
        if (status != null) {
            query = query.where("status").is(status);
        }
        Results<LedgerTransaction> found = store.query(
                query.descending("createdAt").limit(limit).startAfter(cursor == null ? null : new Cursor(cursor)));
        Cursor next = found.next();
        return new Page<>(
                found.values().stream().map(t -> asSeenBy(user, t)).toList(), next == null ? null : next.token());
    }

    /// Empty when it does not exist or is not this user's to see.
    public Optional<TransactionView> find(UserId user, TransactionId id) {
        return store.get(LedgerCollections.transaction(id))
                .map(Document::value)
                .filter(t -> t.views().contains(user.value()))
                .map(t -> asSeenBy(user, t));
    }

    private static TransactionView asSeenBy(UserId user, LedgerTransaction t) {
        List<Entry> entries = t.postings().stream()
                .filter(p -> p.asset() != Asset.USD && user.equals(new Account(p.account()).user()))
                .map(p -> new Entry(new Account(p.account()).kind(), p.amount()))
                .toList();
        boolean starter = t.userId().equals(user);
        HireTerms hire = t.hire();
        TransferTerms transfer = t.transfer();
        PurchaseTerms purchase = t.purchase();
        TransactionType type = hire != null && !starter ? TransactionType.EARNING : t.type();
        long moved = entries.stream().mapToLong(Entry::amount).sum();
        Dof amount = starter ? t.amount() : Dof.of(Math.abs(moved));
        boolean in = starter ? t.type() == TransactionType.PURCHASE || t.type() == TransactionType.GRANT : moved >= 0;
        UserId counterparty = null;
        if (transfer != null) {
            counterparty = starter ? transfer.to() : t.userId();
        }
        return new TransactionView(
                t.id(),
                type,
                t.status(),
                amount,
                in ? "in" : "out",
                Asset.of(user).name(),
                entries,
                transfer != null && starter ? transfer.fee() : null,
                hire == null || !starter && !hire.ownerId().equals(user) ? null : hire.distribution(),
                purchase == null
                        ? null
                        : new Money(
                                java.math.BigDecimal.valueOf(purchase.cents(), 2)
                                        .toPlainString(),
                                "USD",
                                purchase.provider()),
                hire == null ? null : SessionId.of(t.id().value()),
                t.agentId(),
                counterparty,
                t.note(),
                t.createdAt(),
                t.completedAt());
    }
}

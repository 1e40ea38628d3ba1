package ai.jiga.store.transaction.usecase;

import ai.jiga.store.audit.AuditLog;
import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.idempotency.Answered;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.transaction.model.Account;
import ai.jiga.store.transaction.model.Asset;
import ai.jiga.store.transaction.model.Journal;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.LedgerTransaction;
import ai.jiga.store.transaction.model.Posting;
import ai.jiga.store.transaction.model.TransactionType;
import ai.jiga.store.transaction.model.Wallet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An operator gives a user DOF out of the treasury, which has to have them.
public final class GrantFromTreasury {
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final Receivers receivers;

    public GrantFromTreasury(
            Idempotency idempotency,
            Outbox outbox,
            AuditLog audit,
            InstantSource clock,
            Supplier<String> ids,
            Receivers receivers) {
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
        this.receivers = receivers;
    }

    /// @param balance of the user since, available
    /// @param treasury what is left there
    public record Granted(
            TransactionId transactionId, UserId userId, Dof amount, Dof balance, Dof treasury, Instant completedAt) {}

    /// Refused with USER_NOT_FOUND, or with TREASURY_TOO_LOW.
    ///
    /// @param amount 1 or more
    /// @param reason as the user is told
    public Answered<Granted> grant(UserId operator, UserId user, Dof amount, String reason, @Nullable RequestKey key) {
        var id = TransactionId.of(ids.get());
        EventStamp stamp = outbox.stamp();
        AuditLog.Deed deed = audit.deed(operator, "user.grant", user.value(), reason);
        Instant now = clock.instant();
        return receivers.give(
                user,
                ErrorCode.USER_NOT_FOUND,
                isUser -> idempotency.once(key, Granted.class, tx -> {
                    Optional<Wallet> wallet = Receivers.wallet(tx, user, isUser, now);
                    if (wallet.isEmpty()) {
                        return Outcome.rejected(ErrorCode.USER_NOT_FOUND, "There is no user with this id.");
                    }
                    long treasury = treasury(tx);
                    if (treasury < amount.amount()) {
                        return Outcome.rejected(
                                ErrorCode.TREASURY_TOO_LOW,
                                "The treasury has " + treasury
                                        + " DOF: less than what you want to give. Nothing was done.");
                    }
                    Granted granted = post(tx, id, stamp, now, wallet.get(), amount, reason, treasury);
                    deed.done(
                            tx,
                            wallet.get().available().amount() + " DOF",
                            granted.balance().amount() + " DOF");
                    return Outcome.done(granted);
                }));
    }

    private static long treasury(Transaction tx) {
        return tx.getAll(LedgerCollections.shards(Account.TREASURY, Asset.DOF)).stream()
                .mapToLong(shard -> shard.value().balance())
                .sum();
    }

    private Granted post(
            Transaction tx,
            TransactionId id,
            EventStamp stamp,
            Instant now,
            Wallet wallet,
            Dof amount,
            String reason,
            long treasury) {
        UserId user = wallet.userId();
        List<Posting> postings = List.of(
                Posting.dof(Account.TREASURY, -amount.amount()), Posting.dof(Account.wallet(user), amount.amount()));
        Journal.open(tx, LedgerTransaction.grant(id, user, amount, postings, reason, now), wallet);
        outbox.append(
                tx,
                stamp,
                1,
                new TransactionCompleted(id, user, TransactionType.GRANT.label(), amount, null, null, null, null));
        return new Granted(id, user, amount, wallet.available().plus(amount), Dof.of(treasury - amount.amount()), now);
    }
}

package ai.jiga.store.transaction.usecase;

import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.idempotency.Answered;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.transaction.model.Account;
import ai.jiga.store.transaction.model.Journal;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.LedgerTransaction;
import ai.jiga.store.transaction.model.LedgerTransaction.TransferTerms;
import ai.jiga.store.transaction.model.Posting;
import ai.jiga.store.transaction.model.Spending;
import ai.jiga.store.transaction.model.TopUp;
import ai.jiga.store.transaction.model.TransactionStatus;
import ai.jiga.store.transaction.model.TransactionType;
import ai.jiga.store.transaction.model.Wallet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One user gives another DOF; the sender pays a fee of 10 %, rounded up, on top.
public final class TransferDof {
    public static final int FEE_PERCENT = 10;

    private final Idempotency idempotency;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final TopUp topUp;
    private final Receivers receivers;

    public TransferDof(
            Idempotency idempotency,
            Outbox outbox,
            InstantSource clock,
            Supplier<String> ids,
            TopUp topUp,
            Receivers receivers) {
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
        this.topUp = topUp;
        this.receivers = receivers;
    }

    /// As clients see it; the recipient's balance is not the sender's to see.
    public record Transferred(TransactionId transactionId, From from, To to, Dof amount, Dof fee, Instant completedAt) {
        public record From(UserId userId, Dof previousBalance, Dof newBalance) {}

        public record To(UserId userId) {}
    }

    /// @param amount 1 or more
    /// @param purse of whoever asks: its budgets have room for amount and fee
    public Answered<Transferred> transfer(
            UserId sender, UserId recipient, Dof amount, @Nullable String note, Purse purse, @Nullable RequestKey key) {
        var id = TransactionId.of(ids.get());
        EventStamp stamp = outbox.stamp();
        Instant now = clock.instant();
        return receivers.give(
                recipient,
                ErrorCode.RECIPIENT_NOT_FOUND,
                isUser -> idempotency.once(key, Transferred.class, tx -> {
                    if (sender.equals(recipient)) {
                        return Outcome.rejected(
                                ErrorCode.CANNOT_TRANSFER_TO_SELF, "The recipient is you. Name somebody else.");
                    }
                    Optional<Wallet> to = Receivers.wallet(tx, recipient, isUser, now);
                    if (to.isEmpty()) {
                        return Outcome.rejected(
                                ErrorCode.RECIPIENT_NOT_FOUND, "There is no user '" + recipient + "'. Check the id.");
                    }
                    Wallet from = tx.get(LedgerCollections.wallet(sender))
                            .map(Document::value)
                            .orElseGet(() -> Wallet.empty(sender, now));
                    Dof fee = amount.fractionRoundedUp(FEE_PERCENT, 100);
                    Dof price = amount.plus(fee);
                    return Budgets.room(tx, purse, price, now)
                            .then(spent -> Spending.of(from, price, topUp).map(spending -> {
                                Budgets.write(tx, Budgets.paid(spent, price, now));
                                return post(tx, id, stamp, now, spending, to.get(), amount, fee, note, purse);
                            }));
                }));
    }

    private Transferred post(
            Transaction tx,
            TransactionId id,
            EventStamp stamp,
            Instant now,
            Spending spending,
            Wallet to,
            Dof amount,
            Dof fee,
            @Nullable String note,
            Purse purse) {
        UserId sender = spending.wallet().userId();
        var postings = new ArrayList<>(spending.debits());
        postings.add(Posting.dof(Account.wallet(to.userId()), amount.amount()));
        postings.add(Posting.dof(Account.FEES, fee.amount()));
        var views = new ArrayList<>(LedgerTransaction.view(sender, TransactionType.TRANSFER));
        views.addAll(LedgerTransaction.view(to.userId(), TransactionType.TRANSFER));
        var transaction = new LedgerTransaction(
                id,
                TransactionType.TRANSFER,
                TransactionStatus.COMPLETED,
                sender,
                amount.plus(fee),
                postings,
                views,
                null,
                null,
                null,
                new TransferTerms(to.userId(), amount, fee),
                null,
                note,
                now,
                now);
        Journal.open(tx, transaction, spending.wallet(), to);
        outbox.append(
                tx,
                stamp,
                1,
                new TransactionCompleted(
                        id,
                        sender,
                        TransactionType.TRANSFER.label(),
                        amount,
                        null,
                        null,
                        to.userId(),
                        null,
                        Budgets.spender(Budgets.ids(purse))));
        Dof before = spending.wallet().available().plus(spending.wallet().held());
        return new Transferred(
                id,
                new Transferred.From(sender, before, before.minus(spending.fromAvailable())),
                new Transferred.To(to.userId()),
                amount,
                fee,
                now);
    }
}

package ai.jiga.store.transaction.usecase;

import ai.jiga.store.contracts.transaction.Charge;
import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.transaction.model.Account;
import ai.jiga.store.transaction.model.Journal;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.LedgerTransaction;
import ai.jiga.store.transaction.model.LedgerTransaction.BalanceChange;
import ai.jiga.store.transaction.model.Posting;
import ai.jiga.store.transaction.model.Spending;
import ai.jiga.store.transaction.model.TopUp;
import ai.jiga.store.transaction.model.TransactionStatus;
import ai.jiga.store.transaction.model.TransactionType;
import ai.jiga.store.transaction.model.Wallet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;

/// The price of a variant, paid at once to the platform.
public final class ChargeForVariant {
    private final DocumentStore store;
    private final Outbox outbox;
    private final InstantSource clock;
    private final TopUp topUp;

    public ChargeForVariant(DocumentStore store, Outbox outbox, InstantSource clock, TopUp topUp) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
        this.topUp = topUp;
    }

    /// @param id the same id charges once
    /// @param purse of whoever wished for it: its budgets have room for the price
    /// @throws IllegalArgumentException when it charged something else before: a defect of the caller's
    public Outcome<Charge> charge(TransactionId id, UserId payer, AgentId variant, Dof price, Purse purse) {
        EventStamp stamp = outbox.stamp();
        Instant now = clock.instant();
        return store.transact(tx -> {
            Optional<LedgerTransaction> made =
                    tx.get(LedgerCollections.transaction(id)).map(Document::value);
            if (made.isPresent()) {
                LedgerTransaction charged = made.get();
                if (!payer.equals(charged.userId()) || !price.equals(charged.amount())) {
                    throw new IllegalArgumentException(id + " charged " + charged.userId() + " " + charged.amount());
                }
                return Outcome.done(chargeOf(charged));
            }
            Wallet wallet = tx.get(LedgerCollections.wallet(payer))
                    .map(Document::value)
                    .orElseGet(() -> Wallet.empty(payer, now));
            return Budgets.room(tx, purse, price, now)
                    .then(spent -> Spending.of(wallet, price, topUp).map(spending -> {
                        var postings = new ArrayList<>(spending.debits());
                        postings.add(Posting.dof(Account.REVENUE, price.amount()));
                        Dof before = wallet.available().plus(wallet.held());
                        var balance = new BalanceChange(before, before.minus(spending.fromAvailable()));
                        var transaction = new LedgerTransaction(
                                id,
                                TransactionType.VARIANT_CREATION,
                                TransactionStatus.COMPLETED,
                                payer,
                                price,
                                postings,
                                LedgerTransaction.view(payer, TransactionType.VARIANT_CREATION),
                                variant,
                                null,
                                null,
                                null,
                                balance,
                                null,
                                now,
                                now);
                        Journal.open(tx, transaction, wallet);
                        Budgets.write(tx, Budgets.paid(spent, price, now));
                        outbox.append(
                                tx,
                                stamp,
                                1,
                                new TransactionCompleted(
                                        id,
                                        payer,
                                        TransactionType.VARIANT_CREATION.label(),
                                        price,
                                        null,
                                        variant,
                                        null,
                                        null,
                                        Budgets.spender(Budgets.ids(purse))));
                        return chargeOf(transaction);
                    }));
        });
    }

    public Optional<Charge> find(TransactionId id) {
        return store.get(LedgerCollections.transaction(id)).map(d -> chargeOf(d.value()));
    }

    private static Charge chargeOf(LedgerTransaction transaction) {
        BalanceChange balance = Objects.requireNonNull(transaction.balance());
        return new Charge(
                transaction.id(), transaction.amount(), balance.before(), balance.after(), transaction.createdAt());
    }
}

package ai.jiga.store.transaction.usecase;

import ai.jiga.store.contracts.transaction.Hold;
import ai.jiga.store.contracts.transaction.HoldRequest;
import ai.jiga.store.contracts.transaction.TransactionInitiated;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.transaction.model.Account;
import ai.jiga.store.transaction.model.Journal;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.LedgerTransaction;
import ai.jiga.store.transaction.model.Posting;
import ai.jiga.store.transaction.model.Spending;
import ai.jiga.store.transaction.model.TransactionStatus;
import ai.jiga.store.transaction.model.TransactionType;
import ai.jiga.store.transaction.model.Wallet;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;

/// Sets DOF aside for a session: available to held, once for each session. The hire transaction is the hold:
/// reserving
/// writes three documents (wallet, transaction, outbox).
public final class HoldFunds {
    private final DocumentStore store;
    private final Outbox outbox;
    private final InstantSource clock;

    public HoldFunds(DocumentStore store, Outbox outbox, InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Called again for the same session it answers the hold that there is, resolved or not.
    public Outcome<Hold> hold(HoldRequest request) {
        if (request.amount().isZero()) {
            throw new IllegalArgumentException("a hold of nothing: " + request);
        }
        EventStamp stamp = outbox.stamp();
        var now = clock.instant();
        return store.transact(tx -> {
            Optional<Hold> existing = find(tx, TransactionId.of(request.id()));
            if (existing.isPresent()) {
                return Outcome.done(existing.get());
            }
            Wallet wallet = tx.get(LedgerCollections.wallet(request.payer()))
                    .map(Document::value)
                    .orElseGet(() -> Wallet.empty(request.payer(), now));
            return Spending.of(wallet, request.amount()).map(spending -> {
                var postings = new ArrayList<>(spending.debits());
                postings.add(Posting.dof(
                        Account.held(request.payer()), request.amount().amount()));
                var terms = new LedgerTransaction.HireTerms(
                        request.ownerId(),
                        request.creatorId(),
                        request.kind() == HoldRequest.Kind.OWNED,
                        request.amount(),
                        spending.fromAvailable(),
                        spending.fromEarnings(),
                        null,
                        null,
                        null);
                var transaction = new LedgerTransaction(
                        TransactionId.of(request.id()),
                        TransactionType.HIRE,
                        TransactionStatus.PENDING,
                        request.payer(),
                        request.amount(),
                        postings,
                        LedgerTransaction.view(request.payer(), TransactionType.HIRE),
                        request.agentId(),
                        terms,
                        null,
                        null,
                        null,
                        null,
                        now,
                        null);
                Journal.write(tx, transaction, postings, wallet);
                outbox.append(
                        tx,
                        stamp,
                        1,
                        new TransactionInitiated(
                                transaction.id(), request.payer(), TransactionType.HIRE.label(), request.amount()));
                return new Hold(request.id(), transaction.id(), request.payer(), request.amount(), now);
            });
        });
    }

    public Optional<Hold> find(TransactionId id) {
        return store.get(LedgerCollections.transaction(id)).flatMap(HoldFunds::asHold);
    }

    private static Optional<Hold> find(Transaction tx, TransactionId id) {
        return tx.get(LedgerCollections.transaction(id)).flatMap(HoldFunds::asHold);
    }

    private static Optional<Hold> asHold(Document<LedgerTransaction> document) {
        LedgerTransaction transaction = document.value();
        LedgerTransaction.HireTerms hire = transaction.hire();
        if (hire == null) {
            return Optional.empty();
        }
        Dof held = hire.held();
        return Optional.of(new Hold(
                ai.jiga.store.kernel.SessionId.of(transaction.id().value()),
                transaction.id(),
                transaction.userId(),
                held,
                transaction.createdAt()));
    }
}

package ai.jiga.store.transaction.usecase;

import ai.jiga.store.commits.Commit;
import ai.jiga.store.contracts.transaction.Hold;
import ai.jiga.store.contracts.transaction.HoldRequest;
import ai.jiga.store.contracts.transaction.TransactionInitiated;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.Step;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.transaction.model.Account;
import ai.jiga.store.transaction.model.Asset;
import ai.jiga.store.transaction.model.Journal;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.LedgerTransaction;
import ai.jiga.store.transaction.model.Posting;
import ai.jiga.store.transaction.model.Spending;
import ai.jiga.store.transaction.model.Spent;
import ai.jiga.store.transaction.model.TopUp;
import ai.jiga.store.transaction.model.TransactionStatus;
import ai.jiga.store.transaction.model.TransactionType;
import ai.jiga.store.transaction.model.Wallet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sets DOF aside for a session: available to held, once for each session. The hire transaction is the
/// hold: reserving writes three documents (wallet, transaction, outbox), and one for each budget.
public final class HoldFunds {
    private final DocumentStore store;
    private final Outbox outbox;
    private final InstantSource clock;
    private final TopUp topUp;

    public HoldFunds(DocumentStore store, Outbox outbox, InstantSource clock, TopUp topUp) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
        this.topUp = topUp;
    }

    /// Called again for the same session it answers the hold that there is, resolved or not. Refused with
    /// SESSION_ENDED when the hold was voided before it came to be.
    ///
    /// @throws IllegalArgumentException when the session's hold is of another payer or amount: a defect of the
    /// caller's
    public Outcome<Hold> hold(HoldRequest request) {
        return Commit.in(store, outbox, holding(request)::in);
    }

    /// The same within another's commit.
    public Step<Outcome<Hold>> holding(HoldRequest request) {
        if (request.amount().isZero()) {
            throw new IllegalArgumentException("a hold of nothing: " + request);
        }
        EventStamp stamp = outbox.stamp();
        Instant now = clock.instant();
        return work -> hold(Commit.of(work), request, stamp, now);
    }

    private Outcome<Hold> hold(Commit commit, HoldRequest request, EventStamp stamp, Instant now) {
        Transaction tx = commit.tx();
        Optional<LedgerTransaction> existing = tx.get(LedgerCollections.transaction(TransactionId.of(request.id())))
                .map(Document::value);
        if (existing.isPresent()) {
            return again(request, existing.get());
        }
        Wallet wallet = tx.get(LedgerCollections.wallet(request.payer()))
                .map(Document::value)
                .orElseGet(() -> Wallet.empty(request.payer(), now));
        Outcome<List<Spent>> room = Budgets.room(tx, request.purse(), request.amount(), now);
        return room.then(spent -> Budgets.untold(request.purse(), Spending.of(wallet, request.amount(), topUp))
                .map(spending -> {
                    LedgerTransaction transaction = transaction(request, spending, now);
                    Journal.open(tx, transaction, wallet);
                    Budgets.write(tx, spent);
                    // What is done in test is told to nobody: no figure, no earning, no message comes of it.
                    if (!request.payer().isTest()) {
                        commit.tell(outbox.event(
                                stamp,
                                1,
                                new TransactionInitiated(
                                        transaction.id(),
                                        request.payer(),
                                        TransactionType.HIRE.label(),
                                        request.amount())));
                    }
                    return new Hold(request.id(), transaction.id(), request.payer(), request.amount(), now);
                }));
    }

    private static LedgerTransaction transaction(HoldRequest request, Spending spending, Instant now) {
        var postings = new ArrayList<>(spending.debits());
        postings.add(Posting.of(
                Asset.of(request.payer()),
                Account.held(request.payer()),
                request.amount().amount()));
        var terms = new LedgerTransaction.HireTerms(
                request.ownerId(),
                request.creatorId(),
                paysThePlatform(request),
                request.amount(),
                spending.fromAvailable(),
                spending.fromEarnings(),
                null,
                null,
                null,
                Budgets.ids(request.purse()));
        return new LedgerTransaction(
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
    }

    public Optional<Hold> find(TransactionId id) {
        return store.get(LedgerCollections.transaction(id)).map(Document::value).flatMap(HoldFunds::asHold);
    }

    /// What an owner pays for, whoever plays, comes back to nobody; and nobody earns in test.
    private static boolean paysThePlatform(HoldRequest request) {
        return request.kind() == HoldRequest.Kind.OWNED
                || request.payer().equals(request.ownerId())
                || request.payer().isTest();
    }

    private static Outcome<Hold> again(HoldRequest request, LedgerTransaction existing) {
        if (existing.wasVoidedAhead()) {
            return Outcome.rejected(
                    ErrorCode.SESSION_ENDED, "This session ended before it began. Nothing was charged; start another.");
        }
        Hold hold = asHold(existing)
                .orElseThrow(() -> new IllegalArgumentException(existing.id() + " is a " + existing.type()));
        if (!hold.payer().equals(request.payer()) || !hold.amount().equals(request.amount())) {
            throw new IllegalArgumentException("the hold of session " + hold.id() + " is " + hold + ", not " + request);
        }
        return Outcome.done(hold);
    }

    private static Optional<Hold> asHold(LedgerTransaction transaction) {
        LedgerTransaction.HireTerms hire = transaction.hire();
        if (hire == null) {
            return Optional.empty();
        }
        Dof held = hire.held();
        return Optional.of(new Hold(
                SessionId.of(transaction.id().value()),
                transaction.id(),
                transaction.userId(),
                held,
                transaction.createdAt()));
    }
}

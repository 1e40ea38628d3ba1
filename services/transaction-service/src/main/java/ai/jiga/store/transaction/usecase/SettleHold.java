package ai.jiga.store.transaction.usecase;

import ai.jiga.store.commits.Commit;
import ai.jiga.store.contracts.transaction.Distribution;
import ai.jiga.store.contracts.transaction.Payments;
import ai.jiga.store.contracts.transaction.Settlement;
import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.transaction.model.Account;
import ai.jiga.store.transaction.model.Asset;
import ai.jiga.store.transaction.model.Journal;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.LedgerTransaction;
import ai.jiga.store.transaction.model.LedgerTransaction.HireTerms;
import ai.jiga.store.transaction.model.Posting;
import ai.jiga.store.transaction.model.RevenueSplit;
import ai.jiga.store.transaction.model.Spent;
import ai.jiga.store.transaction.model.TransactionStatus;
import ai.jiga.store.transaction.model.TransactionType;
import ai.jiga.store.transaction.model.Wallet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Resolves a hold, once and for ever: captures what was consumed, splits it, and voids the rest, in one
/// transaction. Writes at most six documents, and one for each budget: wallet, transaction, the shards of owner,
/// platform and creator, outbox.
public final class SettleHold {
    private final DocumentStore store;
    private final Outbox outbox;
    private final InstantSource clock;

    public SettleHold(DocumentStore store, Outbox outbox, InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// @param consumed at most what is held; ignored when the hold was resolved before
    /// @throws IllegalStateException when there is no such hold
    /// @throws IllegalArgumentException when more was consumed than is held
    public Settlement settle(SessionId id, Dof consumed) {
        Payments.Settling settling = settling(id);
        return Commit.in(store, outbox, commit -> settling.in(commit, consumed));
    }

    /// The same within another's commit.
    public Payments.Settling settling(SessionId id) {
        EventStamp stamp = outbox.stamp();
        Instant now = clock.instant();
        return (work, consumed) -> resolve(Commit.of(work), id, consumed, stamp, now)
                .orElseThrow(() -> new IllegalStateException("there is no hold of session " + id + " to settle"));
    }

    /// Releases the whole, unless the hold was resolved before. When there is no hold, there will be none:
    /// one that is still on its way must not set DOF aside for a session that was given up.
    public void voidHold(SessionId id) {
        EventStamp stamp = outbox.stamp();
        Instant now = clock.instant();
        var transactionId = TransactionId.of(id);
        var ref = LedgerCollections.transaction(transactionId);
        Commit.<Boolean>in(store, outbox, commit -> {
            if (commit.tx().get(ref).isEmpty()) {
                commit.tx().create(ref, LedgerTransaction.voidedAhead(transactionId, now));
                return false;
            }
            return resolve(commit, id, Dof.ZERO, stamp, now).isPresent();
        });
    }

    private Optional<Settlement> resolve(Commit commit, SessionId id, Dof consumed, EventStamp stamp, Instant now) {
        Transaction tx = commit.tx();
        LedgerTransaction hold = tx.get(LedgerCollections.transaction(TransactionId.of(id)))
                .map(Document::value)
                .orElse(null);
        HireTerms terms = hold == null ? null : hold.hire();
        if (hold == null || terms == null) {
            return Optional.empty();
        }
        if (hold.status() != TransactionStatus.PENDING) {
            return Optional.of(settlementOf(id, hold));
        }
        if (terms.held().isLessThan(consumed)) {
            throw new IllegalArgumentException(
                    "session " + id + " consumed " + consumed + " of a hold of " + terms.held());
        }
        Wallet wallet = tx.get(LedgerCollections.wallet(hold.userId()))
                .map(Document::value)
                .orElseThrow(() -> new IllegalStateException("no wallet of " + hold.userId()));
        List<Spent> spent = Budgets.settled(tx, terms.budgets(), terms.held(), consumed, hold.createdAt());
        RevenueSplit split = RevenueSplit.of(consumed, terms);
        List<Posting> postings = postings(hold, terms, consumed, split);
        LedgerTransaction resolved = hold.resolved(
                consumed.isZero() ? TransactionStatus.REFUNDED : TransactionStatus.COMPLETED,
                consumed,
                postings,
                resolvedTerms(terms, consumed, split),
                views(hold, split),
                now);
        Journal.add(tx, resolved, postings, wallet);
        Budgets.write(tx, spent);
        if (!hold.userId().isTest()) {
            commit.tell(outbox.event(stamp, 2, completed(resolved, terms, split, consumed, id)));
        }
        return Optional.of(settlementOf(id, resolved));
    }

    private static TransactionCompleted completed(
            LedgerTransaction hold, HireTerms terms, RevenueSplit split, Dof consumed, SessionId id) {
        return new TransactionCompleted(
                hold.id(),
                hold.userId(),
                TransactionType.HIRE.label(),
                consumed,
                id,
                hold.agentId(),
                terms.platformOnly() ? null : terms.ownerId(),
                split.distribution(),
                Budgets.spender(terms.budgets()));
    }

    private static List<Posting> postings(LedgerTransaction hold, HireTerms terms, Dof consumed, RevenueSplit split) {
        Asset asset = Asset.of(hold.userId());
        Dof fromAvailable = consumed.atMost(terms.fromAvailable());
        Dof backToAvailable = terms.fromAvailable().minus(fromAvailable);
        Dof backToEarnings = terms.fromEarnings().minus(consumed.minus(fromAvailable));
        var postings = new ArrayList<Posting>(6);
        postings.add(
                Posting.of(asset, Account.held(hold.userId()), -terms.held().amount()));
        if (!backToAvailable.isZero()) {
            postings.add(Posting.of(asset, Account.wallet(hold.userId()), backToAvailable.amount()));
        }
        if (!backToEarnings.isZero()) {
            postings.add(Posting.of(asset, Account.earnings(hold.userId()), backToEarnings.amount()));
        }
        postings.addAll(split.postings(asset));
        return postings;
    }

    private static HireTerms resolvedTerms(HireTerms terms, Dof consumed, RevenueSplit split) {
        return new HireTerms(
                terms.ownerId(),
                terms.creatorId(),
                terms.platformOnly(),
                terms.held(),
                terms.fromAvailable(),
                terms.fromEarnings(),
                consumed,
                terms.held().minus(consumed),
                split.distribution(),
                terms.budgets());
    }

    /// The owner and the creator see it too, as an earning, when they earned something.
    private static List<String> views(LedgerTransaction hold, RevenueSplit split) {
        var views = new ArrayList<>(hold.views());
        if (!split.owner().isZero() && !split.ownerId().equals(UserId.SYSTEM)) {
            views.addAll(LedgerTransaction.view(split.ownerId(), TransactionType.EARNING));
        }
        if (!split.creator().isZero()) {
            views.addAll(LedgerTransaction.view(split.creatorId(), TransactionType.EARNING));
        }
        return views.stream().distinct().toList();
    }

    private static Settlement settlementOf(SessionId id, LedgerTransaction resolved) {
        HireTerms terms = Objects.requireNonNull(resolved.hire());
        return new Settlement(
                id,
                resolved.id(),
                Objects.requireNonNull(terms.consumed()),
                Objects.requireNonNull(terms.released()),
                Objects.requireNonNullElse(terms.distribution(), Distribution.NOTHING),
                Objects.requireNonNull(resolved.completedAt()));
    }
}

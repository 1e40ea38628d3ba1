package ai.jiga.store.session.usecase;

import ai.jiga.store.commits.Commit;
import ai.jiga.store.contracts.session.AgentHired;
import ai.jiga.store.contracts.session.Hired;
import ai.jiga.store.contracts.transaction.HoldRequest;
import ai.jiga.store.contracts.transaction.Payments;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.idempotency.Answered;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.idempotency.IdempotencyRecord;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.session.model.PlayerSessions;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.SessionLimits;
import ai.jiga.store.session.model.SessionStatus;
import ai.jiga.store.session.model.SessionType;
import ai.jiga.store.session.model.Terms;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finishes a start whose hold is made elsewhere: the hold, and then the session is ready, or failed when the hold was
/// refused. Anybody may take these steps again after a crash.
public final class FinishStart {
    private final DocumentStore store;
    private final Payments payments;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final InstantSource clock;
    private final SessionLimits limits;

    public FinishStart(
            DocumentStore store,
            Payments payments,
            Idempotency idempotency,
            Outbox outbox,
            InstantSource clock,
            SessionLimits limits) {
        this.store = store;
        this.payments = payments;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.clock = clock;
        this.limits = limits;
    }

    /// Takes the steps that are left. Safe to be called by several at once.
    ///
    /// @param key of the request that waits for it, if one does
    Answered<Hired> finish(SessionId id, @Nullable RequestKey key) {
        Session session = store.get(SessionCollections.session(id))
                .map(Document::value)
                .orElseThrow(() -> new IllegalStateException("session " + id + " was begun and is gone"));
        Outcome<?> held = !session.terms().type().isCharged() || session.status() != SessionStatus.PENDING
                ? Outcome.done(id)
                : payments.hold(holdOf(session));
        EventStamp stamp = outbox.stamp();
        Instant now = clock.instant();
        Answered<Hired> answer = Commit.in(store, outbox, commit -> conclude(commit, id, held, key, stamp, now));
        if (held instanceof Outcome.Done<?> && answer.outcome() instanceof Outcome.Rejected<Hired>) {
            // It had been concluded that the hold was refused: should one be there all the same, it is given back.
            payments.voidHold(id);
        }
        return answer;
    }

    private Answered<Hired> conclude(
            Commit commit, SessionId id, Outcome<?> held, @Nullable RequestKey key, EventStamp stamp, Instant now) {
        Transaction tx = commit.tx();
        Session session =
                tx.get(SessionCollections.session(id)).map(Document::value).orElseThrow();
        Optional<IdempotencyRecord> record =
                key == null ? Optional.empty() : idempotency.find(tx, key).filter(r -> r.isAbout(id.value()));
        if (key != null && record.isPresent() && record.get().isAnswered()) {
            return idempotency.replay(key, record.get(), Hired.class, stamp.id());
        }
        Outcome<Hired> outcome = conclude(commit, session, held, stamp, now);
        // After a refusal the key may have begun something else by now.
        if (key != null && record.isPresent()) {
            idempotency.end(tx, key, id.value(), outcome, now, stamp.id());
        }
        return new Answered<>(outcome, false);
    }

    private Outcome<Hired> conclude(Commit commit, Session session, Outcome<?> held, EventStamp stamp, Instant now) {
        Transaction tx = commit.tx();
        Terms terms = session.terms();
        var ref = SessionCollections.session(session.id());
        if (session.status() == SessionStatus.FAILED) {
            if (held instanceof Outcome.Rejected<?> refused) {
                // This body has run before, perhaps, and its commit was not heard of.
                return Outcome.rejected(refused.rejection());
            }
            tx.set(ref, session.due(null));
            return Outcome.rejected(
                    ErrorCode.UNAVAILABLE, "The session could not be started. Nothing was charged; try again.");
        }
        if (session.status() != SessionStatus.PENDING) {
            return Outcome.done(Contracts.hired(session, limits));
        }
        return switch (held) {
            case Outcome.Done<?> _ -> {
                Session ready = session.ready(limits);
                tx.set(ref, ready);
                tell(commit, stamp, ready);
                yield Outcome.done(Contracts.hired(ready, limits));
            }
            case Outcome.Rejected<?> refused -> {
                PlayerSessions open = Guards.of(tx, terms.userId());
                tx.set(ref, session.failed(now.plus(limits.kept())));
                tx.set(SessionCollections.player(terms.userId()), open.without(terms.agentId(), session.id()));
                yield Outcome.rejected(refused.rejection());
            }
        };
    }

    /// That a session may be connected to.
    void tell(Commit commit, EventStamp stamp, Session ready) {
        Terms terms = ready.terms();
        if (terms.type() == SessionType.HIRED && ready.isTold()) {
            commit.tell(outbox.event(
                    stamp,
                    ready.version(),
                    new AgentHired(
                            ready.id(),
                            Objects.requireNonNull(terms.listingId(), "a hired session has a listing"),
                            terms.agentId(),
                            terms.ownerId(),
                            terms.userId(),
                            terms.allocated())));
        }
    }

    static HoldRequest holdOf(Session session) {
        Terms terms = session.terms();
        return new HoldRequest(
                session.id(),
                terms.payer(),
                terms.agentId(),
                terms.ownerId(),
                terms.creatorId(),
                terms.type() == SessionType.OWNED ? HoldRequest.Kind.OWNED : HoldRequest.Kind.HIRED,
                terms.allocated(),
                terms.paying());
    }
}

package ai.jiga.store.session.usecase;

import ai.jiga.store.commits.Commit;
import ai.jiga.store.contracts.session.Hired;
import ai.jiga.store.contracts.transaction.Payments;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.idempotency.Answered;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.idempotency.IdempotencyRecord;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.Step;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.session.model.PlayerSessions;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.SessionLimits;
import ai.jiga.store.session.model.SessionType;
import ai.jiga.store.session.model.Terms;
import ai.jiga.store.session.model.Trial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Starts a session: the session, the player's guard, the hold and the record of the key are one commit. Where the
/// ledger is elsewhere that commit leaves out the hold, and [FinishStart] takes the steps that are left.
public final class StartSession {
    private final DocumentStore store;
    private final Payments payments;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final SessionLimits limits;
    private final FinishStart finish;

    public StartSession(
            DocumentStore store,
            Payments payments,
            Idempotency idempotency,
            Outbox outbox,
            InstantSource clock,
            Supplier<String> ids,
            SessionLimits limits,
            FinishStart finish) {
        this.store = store;
        this.payments = payments;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
        this.limits = limits;
        this.finish = finish;
    }

    /// The answer lacks its connection: a ticket is no part of what is kept.
    ///
    /// @param wanted refused where agent or listing forbid it; the same key again gets the answer of then, whatever
    ///     has become of them since
    /// @param key when the client sent an idempotency key
    Answered<Hired> start(Outcome<Order> wanted, @Nullable RequestKey key) {
        return switch (wanted.then(StartSession::checked)) {
            case Outcome.Rejected<Order> refused ->
                known(key).orElseGet(() -> new Answered<>(Outcome.rejected(refused.rejection()), false));
            case Outcome.Done<Order> done -> start(done.value(), key);
        };
    }

    private static Outcome<Order> checked(Order order) {
        return ConfigureSession.refusalOf(order.configuration())
                .<Outcome<Order>>map(Outcome::rejected)
                .orElseGet(() -> Outcome.done(order));
    }

    private Optional<Answered<Hired>> known(@Nullable RequestKey key) {
        return key == null
                ? Optional.empty()
                : idempotency.find(store, key).map(record -> concluded(before(key, record, null), key));
    }

    private Answered<Hired> start(Order order, @Nullable RequestKey key) {
        Session begun = begun(order);
        Optional<Step<? extends Outcome<?>>> hold = hold(begun);
        EventStamp stamp = outbox.stamp();
        Instant now = clock.instant();
        return concluded(Commit.in(store, outbox, commit -> begin(commit, begun, hold, key, stamp, now)), key);
    }

    private Session begun(Order order) {
        Terms terms = order.terms();
        Instant from = Objects.requireNonNullElse(terms.startsAt(), terms.createdAt());
        boolean free = terms.type() == SessionType.TRIAL || terms.userId().isTest();
        Duration longest = free ? limits.longestForFree() : limits.longest();
        return Session.begun(SessionId.of(ids.get()), terms, from.plus(longest), order.configuration());
    }

    /// What this commit does about the hold; empty where that is another's.
    private Optional<Step<? extends Outcome<?>>> hold(Session session) {
        return session.terms().type().isCharged()
                ? payments.joined()
                        .<Step<? extends Outcome<?>>>map(ledger -> ledger.holding(FinishStart.holdOf(session)))
                : Optional.of(_ -> Outcome.done(session.id()));
    }

    /// How far a start has come with one commit.
    private sealed interface Begun {
        record Concluded(Answered<Hired> answer) implements Begun {}

        /// Its hold is to come.
        record UnderWay(SessionId id) implements Begun {}
    }

    private Answered<Hired> concluded(Begun begun, @Nullable RequestKey key) {
        return switch (begun) {
            case Begun.Concluded(Answered<Hired> answer) -> answer;
            case Begun.UnderWay(SessionId id) -> finish.finish(id, key);
        };
    }

    private static Begun refused(Rejection rejection) {
        return new Begun.Concluded(new Answered<>(Outcome.rejected(rejection), false));
    }

    /// What an earlier request of this key has come to.
    ///
    /// @param attempt of this call, if it may have written the record itself
    private Begun before(RequestKey key, IdempotencyRecord record, @Nullable String attempt) {
        return record.isAnswered() || !record.inputHash().equals(key.inputHash())
                ? new Begun.Concluded(idempotency.replay(key, record, Hired.class, attempt))
                : new Begun.UnderWay(SessionId.of(Objects.requireNonNull(record.subject(), "a start has a subject")));
    }

    private Begun begin(
            Commit commit,
            Session begun,
            Optional<Step<? extends Outcome<?>>> hold,
            @Nullable RequestKey key,
            EventStamp stamp,
            Instant now) {
        Transaction tx = commit.tx();
        Optional<IdempotencyRecord> prior = key == null ? Optional.empty() : idempotency.find(tx, key);
        if (key != null && prior.isPresent()) {
            return before(key, prior.get(), stamp.id());
        }
        Terms terms = begun.terms();
        Session first = hold.isPresent() ? begun.ready(limits) : begun;
        Begun done = hold.isPresent()
                ? new Begun.Concluded(new Answered<>(Outcome.done(Contracts.hired(first, limits)), false))
                : new Begun.UnderWay(begun.id());
        PlayerSessions open = Guards.of(tx, terms.userId());
        if (open.with(terms.agentId()).filter(begun.id()::equals).isPresent()) {
            // This body has run before, and its commit was not heard of.
            return done;
        }
        Optional<Rejection> refusal = Guards.refusal(tx, terms, open, limits);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        if (hold.isPresent() && hold.get().in(commit) instanceof Outcome.Rejected<?> unpaid) {
            return refused(unpaid.rejection());
        }
        tx.create(SessionCollections.session(begun.id()), first);
        tx.set(SessionCollections.player(terms.userId()), open.and(terms.agentId(), begun.id()));
        if (terms.type() == SessionType.TRIAL) {
            tx.create(SessionCollections.trial(terms.userId(), terms.agentId()), new Trial(begun.id()));
        }
        if (hold.isPresent()) {
            finish.tell(commit, stamp, first);
        }
        if (key != null) {
            switch (done) {
                case Begun.Concluded(Answered<Hired> answer) ->
                    idempotency.end(tx, key, begun.id().value(), answer.outcome(), now, stamp.id());
                case Begun.UnderWay(SessionId id) -> idempotency.begin(tx, key, id.value(), now);
            }
        }
        return done;
    }
}

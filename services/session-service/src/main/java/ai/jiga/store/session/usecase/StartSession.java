package ai.jiga.store.session.usecase;

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
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.models.Brief;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.Tasks;
import ai.jiga.store.session.model.PlayerSessions;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.SessionLimits;
import ai.jiga.store.session.model.SessionStatus;
import ai.jiga.store.session.model.SessionType;
import ai.jiga.store.session.model.Talk;
import ai.jiga.store.session.model.Terms;
import ai.jiga.store.session.model.Trial;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Starts a session, in three steps that anybody may take again after a crash: the session and the player's guard
/// (`pending`), the hold, and then the session is ready, or failed when the hold was refused.
public final class StartSession {
    /// The task that takes the steps again when nobody else has finished them.
    public static final String FINISH_TASK = "session.finish-start";

    private static final Duration FINISH_AFTER = Duration.ofSeconds(10);

    private final DocumentStore store;
    private final Payments payments;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Tasks tasks;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final SessionLimits limits;

    public StartSession(
            DocumentStore store,
            Payments payments,
            Idempotency idempotency,
            Outbox outbox,
            Tasks tasks,
            InstantSource clock,
            Supplier<String> ids,
            SessionLimits limits) {
        this.store = store;
        this.payments = payments;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.tasks = tasks;
        this.clock = clock;
        this.ids = ids;
        this.limits = limits;
    }

    /// The answer that this key got before, whatever has become of the agent since.
    Optional<Answered<Hired>> known(@Nullable RequestKey key) {
        return key == null
                ? Optional.empty()
                : idempotency
                        .find(store, key)
                        .filter(IdempotencyRecord::isAnswered)
                        .map(record -> idempotency.replay(key, record, Hired.class, null));
    }

    /// The answer lacks its connection: a ticket is no part of what is kept.
    ///
    /// @param key when the client sent an idempotency key
    public Answered<Hired> start(Terms terms, Brief brief, JsonNode configuration, @Nullable RequestKey key) {
        Optional<Rejection> refusal = ConfigureSession.refusalOf(configuration);
        if (refusal.isPresent()) {
            return new Answered<>(Outcome.rejected(refusal.get()), false);
        }
        SessionId id = SessionId.of(ids.get());
        Instant now = clock.instant();
        Instant from = Objects.requireNonNullElse(terms.startsAt(), now);
        boolean free = terms.type() == SessionType.TRIAL || terms.userId().isTest();
        Duration longest = free ? limits.longestForFree() : limits.longest();
        Session begun = Session.begun(id, terms, from.plus(longest), configuration);
        Answered<Hired> step = store.transact(tx -> begin(tx, begun, brief, key, now));
        if (step.replayed() || step.outcome() instanceof Outcome.Rejected<Hired>) {
            return step;
        }
        SessionId underWay = step.outcome().orThrow().sessionId();
        // The request that began it knows it; another one of the same key looks how far it is.
        Session session = underWay.equals(id) ? begun : found(underWay);
        return finish(session, key);
    }

    /// Takes the remaining steps of a start. Safe to be called by several at once.
    public void finish(SessionId id) {
        finish(found(id), null);
    }

    private Session found(SessionId id) {
        return store.get(SessionCollections.session(id))
                .map(Document::value)
                .orElseThrow(() -> new IllegalStateException("session " + id + " was begun and is gone"));
    }

    private Answered<Hired> begin(Transaction tx, Session begun, Brief brief, @Nullable RequestKey key, Instant now) {
        Terms terms = begun.terms();
        Optional<IdempotencyRecord> prior = key == null ? Optional.empty() : idempotency.find(tx, key);
        if (key != null && prior.isPresent()) {
            IdempotencyRecord record = prior.get();
            if (record.isAnswered() || !record.inputHash().equals(key.inputHash())) {
                return idempotency.replay(key, record, Hired.class, null);
            }
            Session other = tx.get(SessionCollections.session(
                            SessionId.of(Objects.requireNonNull(record.subject(), "a start has a subject"))))
                    .map(Document::value)
                    .orElseThrow();
            return new Answered<>(Outcome.done(Contracts.hired(other, limits)), false);
        }
        PlayerSessions open = playerSessions(tx, terms);
        if (open.with(terms.agentId()).filter(begun.id()::equals).isPresent()) {
            // This body has run before, and its commit was not heard of.
            return new Answered<>(Outcome.done(Contracts.hired(begun, limits)), false);
        }
        Optional<Rejection> refusal = refusal(tx, terms, open);
        if (refusal.isPresent()) {
            return new Answered<>(Outcome.rejected(refusal.get()), false);
        }
        tx.create(SessionCollections.session(begun.id()), begun);
        tx.create(SessionCollections.talk(begun.id()), new Talk(brief, null));
        tx.set(SessionCollections.player(terms.userId()), open.and(terms.agentId(), begun.id()));
        if (terms.type() == SessionType.TRIAL) {
            tx.create(SessionCollections.trial(terms.userId(), terms.agentId()), new Trial(begun.id()));
        }
        if (key != null) {
            idempotency.begin(tx, key, begun.id().value(), now);
        }
        tasks.schedule(
                tx,
                new Task(
                        FINISH_TASK,
                        begun.id().value(),
                        now.plus(FINISH_AFTER),
                        JsonNodeFactory.instance.objectNode()));
        return new Answered<>(Outcome.done(Contracts.hired(begun, limits)), false);
    }

    private static PlayerSessions playerSessions(Transaction tx, Terms terms) {
        return tx.get(SessionCollections.player(terms.userId()))
                .map(Document::value)
                .orElse(PlayerSessions.NONE);
    }

    private Optional<Rejection> refusal(Transaction tx, Terms terms, PlayerSessions open) {
        Optional<SessionId> same = open.with(terms.agentId());
        if (same.isPresent()) {
            return Optional.of(Rejection.of(
                            ErrorCode.SESSION_ALREADY_ACTIVE,
                            "You have a session with this agent already. Go on with it, or end it first.")
                    .with("sessionId", same.get().value()));
        }
        if (open.count() >= limits.perPlayer()) {
            return Optional.of(Rejection.of(
                            ErrorCode.TOO_MANY_SESSIONS,
                            "You have " + open.count() + " sessions, as many as one player may have at once. End one"
                                    + " first.")
                    .with("sessions", open.byAgent().values()));
        }
        boolean tried = terms.type() == SessionType.TRIAL
                && tx.get(SessionCollections.trial(terms.userId(), terms.agentId()))
                        .isPresent();
        return tried
                ? Optional.of(Rejection.of(
                        ErrorCode.TRIAL_ALREADY_USED, "You have tried this agent already. Hire it to go on."))
                : Optional.empty();
    }

    private Answered<Hired> finish(Session session, @Nullable RequestKey key) {
        SessionId id = session.id();
        Terms terms = session.terms();
        Outcome<?> held = !terms.type().isCharged() || session.status() != SessionStatus.PENDING
                ? Outcome.done(id)
                : payments.hold(holdOf(id, terms));
        EventStamp stamp = outbox.stamp();
        Instant now = clock.instant();
        Answered<Hired> answer = store.transact(tx -> conclude(tx, id, held, key, stamp, now));
        if (held instanceof Outcome.Done<?> && answer.outcome() instanceof Outcome.Rejected<Hired>) {
            // It had been concluded that the hold was refused: should one be there all the same, it is given back.
            payments.voidHold(id);
        }
        return answer;
    }

    private Answered<Hired> conclude(
            Transaction tx, SessionId id, Outcome<?> held, @Nullable RequestKey key, EventStamp stamp, Instant now) {
        Session session =
                tx.get(SessionCollections.session(id)).map(Document::value).orElseThrow();
        Optional<IdempotencyRecord> record =
                key == null ? Optional.empty() : idempotency.find(tx, key).filter(r -> r.isAbout(id.value()));
        if (key != null && record.isPresent() && record.get().isAnswered()) {
            return idempotency.replay(key, record.get(), Hired.class, stamp.id());
        }
        Terms terms = session.terms();
        Outcome<Hired> outcome;
        if (session.status() == SessionStatus.FAILED && held instanceof Outcome.Rejected<?> rejected) {
            // This body has run before, perhaps, and its commit was not heard of.
            outcome = Outcome.rejected(rejected.rejection());
        } else if (session.status() == SessionStatus.FAILED) {
            outcome = Outcome.rejected(
                    ErrorCode.UNAVAILABLE, "The session could not be started. Nothing was charged; try again.");
            tasks.cancel(tx, FINISH_TASK, id.value());
        } else if (session.status() != SessionStatus.PENDING) {
            outcome = Outcome.done(Contracts.hired(session, limits));
        } else {
            outcome = switch (held) {
                case Outcome.Done<?> done -> {
                    Session ready = session.ready();
                    tx.set(SessionCollections.session(id), ready);
                    if (terms.type() == SessionType.HIRED && ready.isTold()) {
                        outbox.append(tx, stamp, ready.version(), hiredEvent(ready));
                    }
                    tasks.cancel(tx, FINISH_TASK, id.value());
                    WatchSession.schedule(tasks, tx, ready, limits);
                    yield Outcome.done(Contracts.hired(ready, limits));
                }
                case Outcome.Rejected<?> rejected -> {
                    PlayerSessions open = playerSessions(tx, terms);
                    tx.set(SessionCollections.session(id), session.failed(now.plus(limits.kept())));
                    tx.set(SessionCollections.player(terms.userId()), open.without(terms.agentId(), id));
                    // The task stays: should another's hold have come through meanwhile, it is voided.
                    yield Outcome.rejected(rejected.rejection());
                }
            };
        }
        // After a refusal the key may have begun something else by now.
        if (key != null && record.isPresent()) {
            idempotency.end(tx, key, id.value(), outcome, now, stamp.id());
        }
        return new Answered<>(outcome, false);
    }

    private static HoldRequest holdOf(SessionId id, Terms terms) {
        return new HoldRequest(
                id,
                terms.payer(),
                terms.agentId(),
                terms.ownerId(),
                terms.creatorId(),
                terms.type() == SessionType.OWNED ? HoldRequest.Kind.OWNED : HoldRequest.Kind.HIRED,
                terms.allocated(),
                terms.paying());
    }

    private static AgentHired hiredEvent(Session session) {
        Terms terms = session.terms();
        return new AgentHired(
                session.id(),
                Objects.requireNonNull(terms.listingId(), "a hired session has a listing"),
                terms.agentId(),
                terms.ownerId(),
                terms.userId(),
                terms.allocated());
    }
}

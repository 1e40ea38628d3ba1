package ai.jiga.store.session.usecase;

import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.Agents;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.session.ChargedSession;
import ai.jiga.store.contracts.session.HireRequest;
import ai.jiga.store.contracts.session.Hired;
import ai.jiga.store.contracts.session.SessionEnded;
import ai.jiga.store.contracts.session.Sessions;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.idempotency.Answered;
import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.session.model.AgentCard;
import ai.jiga.store.session.model.Ending;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.SessionType;
import ai.jiga.store.session.model.Tariff;
import ai.jiga.store.session.model.Terms;
import ai.jiga.store.session.model.UsageFlush;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the marketplace asks of sessions.
public final class HireAgent implements Sessions {
    private static final Duration FURTHEST_START = Duration.ofDays(30);

    private final DocumentStore store;
    private final Agents agents;
    private final StartSession start;
    private final OpenConnection connections;
    private final InstantSource clock;

    public HireAgent(
            DocumentStore store, Agents agents, StartSession start, OpenConnection connections, InstantSource clock) {
        this.store = store;
        this.agents = agents;
        this.start = start;
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public Outcome<Hired.Result> hire(HireRequest request) {
        var player = new Caller.User(request.playerId(), Caller.Role.USER, request.admission());
        Optional<Answered<Hired>> known = start.known(request.key());
        if (known.isPresent()) {
            return answer(player, known.get());
        }
        Instant now = clock.instant();
        Instant startsAt = request.startTime();
        if (startsAt != null && (!startsAt.isAfter(now) || startsAt.isAfter(now.plus(FURTHEST_START)))) {
            return Outcome.rejected(
                    ErrorCode.INVALID_START_TIME, "'startTime' lies in the future, at most 30 days from now.");
        }
        Optional<Rejection> unpaid = unpaid(Purse.of(request.admission()), request.agentId(), startsAt);
        if (unpaid.isPresent()) {
            return Outcome.rejected(unpaid.get());
        }
        Optional<AgentView> agent = agents.find(request.agentId());
        if (agent.isEmpty()) {
            return Outcome.rejected(ErrorCode.AGENT_NOT_FOUND, "There is no such agent any more.");
        }
        Provider runtime = agent.get().runtime();
        if (runtime == null) {
            return Outcome.rejected(notConnected());
        }
        var terms = new Terms(
                request.agentId(),
                AgentCard.of(agent.get()),
                request.listingId(),
                request.playerId(),
                agent.get().ownerId(),
                agent.get().creatorId(),
                SessionType.HIRED,
                request.rate(),
                tariffOf(agent.get()),
                request.allocation(),
                now,
                startsAt,
                agent.get().provider().label(),
                answering(runtime, request.playerId()),
                Purse.of(request.admission()),
                studioOf(request.admission()));
        var configuration =
                Objects.requireNonNullElseGet(request.configuration(), JsonNodeFactory.instance::objectNode);
        return answer(
                player,
                start.start(terms, AgentBriefs.of(agent.get(), request.message()), configuration, request.key()));
    }

    private Outcome<Hired.Result> answer(Caller.User player, Answered<Hired> answered) {
        return answered.outcome()
                .map(hired -> new Hired.Result(
                        hired.withConnection(connections.connection(player, hired.sessionId())), answered.replayed()));
    }

    @Override
    public Optional<ChargedSession> findOf(UserId player, SessionId id) {
        return store.get(SessionCollections.session(id))
                .map(Document::value)
                .filter(session -> session.belongsTo(player))
                .map(this::charged);
    }

    static Rejection notConnected() {
        return Rejection.of(
                ErrorCode.RUNTIME_NOT_CONNECTED,
                "Nothing answers for this agent now: no runtime of its provider is connected to this store. Choose another"
                        + " agent; nothing was set aside.");
    }

    static @Nullable UserId studioOf(@Nullable Admission admission) {
        return admission instanceof Admission.AsPlayer player ? player.studio() : null;
    }

    /// What a studio pays for is what it said it would, and now.
    static Optional<Rejection> unpaid(Purse purse, AgentId agent, @Nullable Instant startsAt) {
        if (!purse.paysFor(agent)) {
            return Optional.of(Rejection.of(
                    ErrorCode.AGENT_NOT_PAID_FOR,
                    "The studio pays for other agents. Choose one of those in the game."));
        }
        return purse.payer() != null && startsAt != null
                ? Optional.of(Rejection.of(
                        ErrorCode.INVALID_START_TIME, "What a studio pays for begins now: hire without 'startTime'."))
                : Optional.empty();
    }

    /// In test it is the store's own coach, which costs nobody anything.
    static String answering(Provider runtime, UserId player) {
        return (player.isTest() ? Provider.BUILTIN : runtime).label();
    }

    static int tariffOf(AgentView agent) {
        return agent.isVariant() ? Rank.VARIANT_PERCENT : Tariff.FULL_PERCENT;
    }

    private ChargedSession charged(Session session) {
        Terms terms = session.terms();
        Ending ending = session.ending();
        return new ChargedSession(
                session.id(),
                terms.userId(),
                terms.ownerId(),
                terms.agentId(),
                terms.listingId(),
                session.settlement() != null,
                ending == null || terms.studio() != null ? Dof.ZERO : ending.consumed(),
                ending != null
                        && SessionEnded.isPlay(
                                TakeSeat.last(store, session.id())
                                        .map(UsageFlush::answered)
                                        .orElse(0L),
                                session.time().closedMillis()));
    }
}

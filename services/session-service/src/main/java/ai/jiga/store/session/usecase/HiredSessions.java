package ai.jiga.store.session.usecase;

import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.Agents;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.session.ChargedSession;
import ai.jiga.store.contracts.session.HireRequest;
import ai.jiga.store.contracts.session.Hired;
import ai.jiga.store.contracts.session.SessionEnded;
import ai.jiga.store.contracts.session.Sessions;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.idempotency.Answered;
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
import ai.jiga.store.session.model.Terms;
import ai.jiga.store.session.model.UsageFlush;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/// What the marketplace asks of sessions.
public final class HiredSessions implements Sessions {
    private static final Duration FURTHEST_START = Duration.ofDays(30);

    private final DocumentStore store;
    private final Agents agents;
    private final StartSession start;
    private final OpenConnection connections;
    private final InstantSource clock;

    public HiredSessions(
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
        Answered<Hired> answered = start.start(order(request), request.key());
        return answered.outcome()
                .map(hired -> new Hired.Result(
                        hired.withConnection(connections.connection(player, hired.sessionId())), answered.replayed()));
    }

    private Outcome<Order> order(HireRequest request) {
        if (request.refusal() != null) {
            return Outcome.rejected(request.refusal());
        }
        Instant now = clock.instant();
        Instant startsAt = request.startTime();
        if (startsAt != null && (!startsAt.isAfter(now) || startsAt.isAfter(now.plus(FURTHEST_START)))) {
            return Outcome.rejected(
                    ErrorCode.INVALID_START_TIME, "'startTime' lies in the future, at most 30 days from now.");
        }
        Optional<Rejection> unpaid = Order.unpaid(Purse.of(request.admission()), request.agentId(), startsAt);
        if (unpaid.isPresent()) {
            return Outcome.rejected(unpaid.get());
        }
        Optional<AgentView> agent = agents.find(request.agentId());
        if (agent.isEmpty()) {
            return Outcome.rejected(ErrorCode.AGENT_NOT_FOUND, "There is no such agent any more.");
        }
        Provider runtime = agent.get().runtime();
        return runtime == null
                ? Outcome.rejected(Order.notConnected())
                : Outcome.done(order(request, agent.get(), runtime, now));
    }

    private static Order order(HireRequest request, AgentView agent, Provider runtime, Instant now) {
        var terms = new Terms(
                request.agentId(),
                AgentCard.of(agent),
                request.listingId(),
                request.playerId(),
                agent.ownerId(),
                agent.creatorId(),
                SessionType.HIRED,
                request.rate(),
                Order.tariffOf(agent),
                request.allocation(),
                now,
                request.startTime(),
                agent.provider().label(),
                Order.answering(runtime, request.playerId()),
                Purse.of(request.admission()),
                Order.studioOf(request.admission()),
                agent.version(),
                request.message());
        return new Order(
                terms, Objects.requireNonNullElseGet(request.configuration(), JsonNodeFactory.instance::objectNode));
    }

    @Override
    public Optional<ChargedSession> findOf(UserId player, SessionId id) {
        return store.get(SessionCollections.session(id))
                .map(Document::value)
                .filter(session -> session.belongsTo(player))
                .map(this::charged);
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
                                Usage.last(store, session.id())
                                        .map(UsageFlush::answered)
                                        .orElse(0L),
                                session.time().closedMillis()));
    }
}

package ai.jiga.store.session.usecase;

import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.Agents;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.session.HireRequest;
import ai.jiga.store.contracts.session.Hired;
import ai.jiga.store.idempotency.Answered;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.session.model.AgentCard;
import ai.jiga.store.session.model.SessionType;
import ai.jiga.store.session.model.Terms;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Starts a session without a listing: with an agent of one's own, charged to the platform's benefit, or a
/// free trial.
public final class StartOwnSession {
    private final Agents agents;
    private final StartSession start;
    private final OpenConnection connections;
    private final InstantSource clock;

    public StartOwnSession(Agents agents, StartSession start, OpenConnection connections, InstantSource clock) {
        this.agents = agents;
        this.start = start;
        this.connections = connections;
        this.clock = clock;
    }

    /// @param allocation needed for an agent of one's own, and meaningless for a trial
    public Answered<Hired> start(
            Caller.User player,
            AgentId agentId,
            SessionType type,
            @Nullable Dof allocation,
            @Nullable JsonNode configuration,
            @Nullable RequestKey key) {
        Answered<Hired> answered = start.start(order(player, agentId, type, allocation, configuration), key);
        return new Answered<>(
                answered.outcome()
                        .map(hired -> hired.withConnection(connections.connection(player, hired.sessionId()))),
                answered.replayed());
    }

    private Outcome<Order> order(
            Caller.User player,
            AgentId agentId,
            SessionType type,
            @Nullable Dof allocation,
            @Nullable JsonNode configuration) {
        // A draft is known to its owner alone.
        Optional<AgentView> found =
                agents.find(agentId).filter(a -> a.shown() || a.ownerId().equals(player.id()));
        if (found.isEmpty()) {
            return Outcome.rejected(ErrorCode.AGENT_NOT_FOUND, "There is no agent with this id.");
        }
        AgentView agent = found.get();
        Optional<Rejection> refusal = refusal(agent, agent.ownerId().equals(player.id()), type);
        Provider runtime = agent.runtime();
        if (refusal.isPresent() || runtime == null) {
            return Outcome.rejected(refusal.orElseGet(Order::notConnected));
        }
        Dof allocated = type == SessionType.TRIAL ? Dof.ZERO : Objects.requireNonNullElse(allocation, Dof.ZERO);
        Dof least = HireRequest.leastAllocation(agent.baseRate());
        if (type == SessionType.OWNED && allocated.isLessThan(least)) {
            return Outcome.rejected(Rejection.of(
                            ErrorCode.ALLOCATION_TOO_SMALL,
                            "Set aside at least " + least + " DOF: five minutes of this agent's rate.")
                    .with("least", least));
        }
        var terms = new Terms(
                agentId,
                AgentCard.of(agent),
                null,
                player.id(),
                agent.ownerId(),
                agent.creatorId(),
                type,
                type == SessionType.TRIAL ? Dof.ZERO : agent.baseRate(),
                type == SessionType.TRIAL ? 0 : Order.tariffOf(agent),
                allocated,
                clock.instant(),
                null,
                agent.provider().label(),
                Order.answering(runtime, player.id()),
                Purse.of(player.admission()),
                Order.studioOf(player.admission()),
                agent.version(),
                null);
        return Outcome.done(
                new Order(terms, Objects.requireNonNullElseGet(configuration, JsonNodeFactory.instance::objectNode)));
    }

    /// A trial is for those who may hire: what its listing does not offer now is not tried either.
    private static Optional<Rejection> refusal(AgentView agent, boolean own, SessionType type) {
        if (type == SessionType.OWNED && !own) {
            return Optional.of(
                    Rejection.of(ErrorCode.NOT_YOUR_AGENT, "This agent is not yours: hire it through its listing."));
        }
        if (type == SessionType.TRIAL && own) {
            return Optional.of(Rejection.of(
                    ErrorCode.CANNOT_HIRE_OWN_AGENT, "This agent is yours: start a session of type 'owned' with it."));
        }
        return type == SessionType.TRIAL && agent.runtime() != null && !agent.listed()
                ? Optional.of(Rejection.of(
                        ErrorCode.LISTING_NOT_HIRABLE,
                        "This agent takes no players now, and so no trials. Try again later, or choose another."))
                : Optional.empty();
    }
}

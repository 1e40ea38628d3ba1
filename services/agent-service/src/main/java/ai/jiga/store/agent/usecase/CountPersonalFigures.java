package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.AgentCollections;
import ai.jiga.store.agent.model.OwnerShard;
import ai.jiga.store.agent.model.PlayFigures;
import ai.jiga.store.contracts.session.SessionEnded;
import ai.jiga.store.contracts.transaction.Distribution;
import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.documents.Update;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a person did as a player and what the person's agents did for others, counted from events as they
/// come. For that person's eyes only.
public final class CountPersonalFigures {
    private static final String TRIAL = "trial";

    private final DocumentStore store;

    public CountPersonalFigures(DocumentStore store) {
        this.store = store;
    }

    /// @param player what the person played; empty figures before the first session
    /// @param owner what others played with the person's agents
    public record Figures(Player player, Owner owner) {}

    /// @param sessions that were connected to, of every kind
    /// @param hires of them that were charged and really played
    /// @param trials of them
    /// @param activeHours to two digits, rounded down
    /// @param dofSpent on sessions, with one's own agents too
    /// @param since when the first was counted; absent before
    public record Player(
            long sessions,
            long hires,
            long trials,
            BigDecimal activeHours,
            Dof dofSpent,
            @Nullable Instant since) {}

    /// @param agents that the person has
    /// @param published of them
    /// @param hires that others were charged for and really played
    /// @param activeHours of these, to two digits, rounded down
    /// @param dofConsumed by these
    /// @param dofEarned DOF of it that went to the owner
    /// @param since when the first was counted; absent before
    public record Owner(
            long agents,
            long published,
            long hires,
            BigDecimal activeHours,
            Dof dofConsumed,
            Dof dofEarned,
            @Nullable Instant since) {}

    public void count(Transaction tx, SessionEnded ended, Instant at) {
        boolean connected = ended.activeMillis() > 0;
        if (connected || !ended.consumed().isZero()) {
            tx.upsert(
                    AgentCollections.playFigures(ended.playerId()),
                    PlayFigures.since(at),
                    Update.of()
                            .increment("sessions", 1)
                            .increment("hires", ended.wasPlayed() ? 1 : 0)
                            .increment("trials", ended.sessionType().equals(TRIAL) ? 1 : 0)
                            .increment("activeMillis", ended.activeMillis())
                            .increment("dofSpent", ended.paidByPlayer().amount()));
        }
        if (ended.wasCharged() && !ended.ownerId().equals(UserId.SYSTEM)) {
            tx.upsert(
                    AgentCollections.ownerFigures(
                            ended.ownerId(), ended.sessionId().value()),
                    OwnerShard.since(at),
                    Update.of()
                            .increment("hires", ended.wasPlayed() ? 1 : 0)
                            .increment("activeMillis", ended.activeMillis())
                            .increment("dofConsumed", ended.consumed().amount()));
        }
    }

    /// What a settled session gave the agent's owner; other transactions are none of an owner's.
    public void count(Transaction tx, TransactionCompleted completed, Instant at) {
        Distribution distribution = completed.distribution();
        UserId owner = completed.counterpartyId();
        boolean earned = distribution != null
                && completed.sessionId() != null
                && !distribution.owner().isZero();
        if (distribution != null && owner != null && earned && !owner.equals(UserId.SYSTEM)) {
            tx.upsert(
                    AgentCollections.ownerFigures(
                            owner, completed.transactionId().value()),
                    OwnerShard.since(at),
                    Update.of().increment("dofEarned", distribution.owner().amount()));
        }
    }

    public Figures of(UserId person) {
        return new Figures(player(person), owner(person));
    }

    private Player player(UserId person) {
        Optional<PlayFigures> counted =
                store.get(AgentCollections.playFigures(person)).map(Document::value);
        return counted.map(all -> new Player(
                        all.sessions(),
                        all.hires(),
                        all.trials(),
                        CountPerformance.hours(all.activeMillis()),
                        Dof.of(all.dofSpent()),
                        all.since()))
                .orElseGet(() -> new Player(0, 0, 0, CountPerformance.hours(0), Dof.ZERO, null));
    }

    private Owner owner(UserId person) {
        Query<Agent> agents = AgentCollections.AGENTS
                .query()
                .where("ownerId")
                .is(person)
                .where("state")
                .is(Agent.State.ACTIVE);
        Optional<OwnerShard> counted = store.getAll(AgentCollections.ownerFigures(person)).stream()
                .map(Document::value)
                .reduce(OwnerShard::plus);
        OwnerShard sum = counted.orElseGet(() -> OwnerShard.since(Instant.EPOCH));
        return new Owner(
                store.count(agents.descending("createdAt")),
                store.count(
                        agents.where("marketplaceStatus.isPublished").is(true).descending("createdAt")),
                sum.hires(),
                CountPerformance.hours(sum.activeMillis()),
                Dof.of(sum.dofConsumed()),
                Dof.of(sum.dofEarned()),
                counted.map(OwnerShard::since).orElse(null));
    }
}

package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.AgentCollections;
import ai.jiga.store.agent.model.AgentName;
import ai.jiga.store.agent.model.AgentVersion;
import ai.jiga.store.agent.model.AgentVersion.Change;
import ai.jiga.store.agent.model.ConfigurationSnapshot;
import ai.jiga.store.contracts.agent.AgentCreated;
import ai.jiga.store.contracts.agent.AgentDeleted;
import ai.jiga.store.contracts.agent.AgentUpdated;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.Rejection.FieldError;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import java.util.List;

/// Writes an agent with everything that goes with each change of it: the entry of its history, the guard of
/// its name and the event. All in the caller's transaction, after its reads.
public final class AgentWriter {
    private final Outbox outbox;
    private final AgentCaches caches;

    public AgentWriter(Outbox outbox, AgentCaches caches) {
        this.outbox = outbox;
        this.caches = caches;
    }

    EventStamp stamp() {
        return outbox.stamp();
    }

    /// Refused with AGENT_NAME_TAKEN when another agent of the owner has the name. To be asked before
    /// anything is written.
    static Outcome<String> freeName(Reader reader, UserId owner, String name, AgentId self) {
        boolean taken = reader.get(AgentCollections.name(owner, name))
                .filter(guard -> !guard.value().agentId().equals(self))
                .isPresent();
        String message = "You have an agent named '" + name + "' already. Choose another name.";
        return taken
                ? Outcome.rejected(Rejection.ofFields(
                        ErrorCode.AGENT_NAME_TAKEN, message, List.of(new FieldError("name", message))))
                : Outcome.done(name);
    }

    static void guardName(Transaction tx, Agent agent) {
        String name = agent.draft().name();
        tx.set(AgentCollections.name(agent.ownerId(), name), new AgentName(agent.ownerId(), name, agent.id()));
    }

    static void releaseName(Transaction tx, Agent agent) {
        tx.delete(AgentCollections.name(agent.ownerId(), agent.draft().name()));
    }

    /// Its first version.
    void create(Transaction tx, Agent agent, EventStamp stamp) {
        guardName(tx, agent);
        write(tx, agent, Change.CREATED, agent.ownerId());
        snapshot(tx, agent);
        var event = new AgentCreated(
                agent.id(),
                agent.ownerId(),
                agent.draft().name(),
                agent.draft().rank(),
                agent.draft().type(),
                agent.baseAgentId());
        outbox.append(tx, stamp, agent.version(), event);
    }

    /// By its owner.
    ///
    /// @param before as it was read in this transaction
    void change(Transaction tx, Agent before, Agent after, Change change, EventStamp stamp) {
        change(tx, before, after, change, after.ownerId(), stamp);
    }

    /// By an operator.
    ///
    /// @param before as it was read in this transaction
    void change(Transaction tx, Agent before, Agent after, UserId operator, EventStamp stamp) {
        change(tx, before, after, Change.UPDATED, operator, stamp);
    }

    private void change(Transaction tx, Agent before, Agent after, Change change, UserId by, EventStamp stamp) {
        String oldGuard = AgentName.guardId(before.ownerId(), before.draft().name());
        String newGuard = AgentName.guardId(after.ownerId(), after.draft().name());
        if (!oldGuard.equals(newGuard)) {
            releaseName(tx, before);
        }
        guardName(tx, after);
        write(tx, after, change, by);
        if (!before.configuration().equals(after.configuration()) || change == Change.CONFIGURED) {
            snapshot(tx, after);
        }
        outbox.append(
                tx,
                stamp,
                after.version(),
                new AgentUpdated(after.id(), after.ownerId(), after.draft().name(), after.version()));
    }

    void delete(Transaction tx, Agent deleted, EventStamp stamp) {
        releaseName(tx, deleted);
        write(tx, deleted, Change.DELETED, deleted.ownerId());
        outbox.append(tx, stamp, deleted.version(), new AgentDeleted(deleted.id(), deleted.ownerId()));
    }

    /// No event: it is the marketplace's events that told of it.
    void relist(Transaction tx, Agent agent) {
        write(tx, agent, Change.LISTING_CHANGED, UserId.SYSTEM);
    }

    private void write(Transaction tx, Agent agent, Change change, UserId by) {
        if (change != Change.CONFIGURED) {
            // Whoever configures writes through.
            tx.afterCommit(() -> caches.changed(agent));
        }
        tx.set(AgentCollections.agent(agent.id()), agent);
        tx.set(AgentCollections.version(agent.id(), agent.version()), AgentVersion.of(agent, change, by));
    }

    private static void snapshot(Transaction tx, Agent agent) {
        tx.set(
                AgentCollections.config(agent.id(), agent.version()),
                new ConfigurationSnapshot(agent.version(), agent.configuration(), agent.updatedAt()));
    }
}

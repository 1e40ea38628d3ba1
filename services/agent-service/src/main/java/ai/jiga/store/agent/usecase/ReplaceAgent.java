package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.AgentDraft;
import ai.jiga.store.agent.model.AgentRules;
import ai.jiga.store.agent.model.AgentVersion.Change;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.web.IfMatch;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The owner says anew what the agent is. The configuration has a resource of its own: without one it stays.
public final class ReplaceAgent {
    private final DocumentStore store;
    private final AgentWriter writer;
    private final Runtimes runtimes;
    private final InstantSource clock;

    public ReplaceAgent(DocumentStore store, AgentWriter writer, Runtimes runtimes, InstantSource clock) {
        this.store = store;
        this.writer = writer;
        this.runtimes = runtimes;
        this.clock = clock;
    }

    public Outcome<OwnAgent> replace(
            Caller caller, AgentId id, AgentDraft draft, @Nullable JsonNode configuration, IfMatch condition) {
        Instant now = clock.instant();
        EventStamp stamp = writer.stamp();
        return store.transact(tx -> AgentAccess.changeableWhole(tx, id, caller)
                .then(agent -> condition.check(agent.version()).map(version -> agent))
                .then(agent -> replaced(tx, caller, agent, draft, configuration, stamp, now)));
    }

    private Outcome<OwnAgent> replaced(
            Transaction tx,
            Caller caller,
            Agent agent,
            AgentDraft draft,
            @Nullable JsonNode configuration,
            EventStamp stamp,
            Instant now) {
        // What it is already may be said again.
        boolean same = draft.claimsAs(agent.draft());
        UserId trainedBy = same ? agent.trainedBy() : draft.claimsToBeSpecial() ? agent.ownerId() : null;
        Agent after =
                agent.replaced(draft, configuration == null ? agent.configuration() : configuration, trainedBy, now);
        var broken = (same ? Optional.<Rejection>empty() : AgentRules.claimed(draft, caller.isAdmin()))
                .or(() -> CreateAgent.broken(draft, after.configuration()));
        if (broken.isPresent()) {
            return Outcome.rejected(broken.get());
        }
        return AgentWriter.freeName(tx, agent.ownerId(), draft.name(), agent.id())
                .map(free -> {
                    writer.change(tx, agent, after, Change.UPDATED, stamp);
                    return OwnAgent.of(after, runtimes);
                });
    }

    /// Whether the caller may at all, before the body is judged.
    public Outcome<Agent> authorise(Caller caller, AgentId id) {
        return AgentAccess.changeableWhole(store, id, caller);
    }
}

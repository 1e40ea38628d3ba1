package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.AgentDraft;
import ai.jiga.store.agent.model.AgentRules;
import ai.jiga.store.audit.AuditLog;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.contracts.agent.Specialization;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventStamp;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// An operator makes somebody's agent a Trained Specialist, or takes that back. Its history says who did.
public final class TrainAgent {
    private final DocumentStore store;
    private final AgentWriter writer;
    private final AuditLog audit;
    private final Runtimes runtimes;
    private final InstantSource clock;

    public TrainAgent(DocumentStore store, AgentWriter writer, AuditLog audit, Runtimes runtimes, InstantSource clock) {
        this.store = store;
        this.writer = writer;
        this.audit = audit;
        this.runtimes = runtimes;
        this.clock = clock;
    }

    /// @param operator has been let in as one
    public Outcome<OwnAgent> train(Caller.User operator, AgentId id, Specialization trained) {
        return change(operator, id, trained);
    }

    /// An agent that was none stays as it is.
    public Outcome<OwnAgent> untrain(Caller.User operator, AgentId id) {
        return change(operator, id, null);
    }

    private Outcome<OwnAgent> change(Caller.User operator, AgentId id, @Nullable Specialization trained) {
        EventStamp stamp = writer.stamp();
        AuditLog.Deed deed =
                audit.deed(operator.id(), trained == null ? "agent.untrain" : "agent.train", id.value(), null);
        return store.transact(tx -> AgentAccess.trainable(tx, id)
                .then(agent -> trained == null
                        ? Outcome.done(changed(tx, agent, agent.draft().withoutClaims(), null, deed, stamp))
                        : trained(tx, agent, trained, deed, stamp)));
    }

    private Outcome<OwnAgent> trained(
            Transaction tx, Agent agent, Specialization trained, AuditLog.Deed deed, EventStamp stamp) {
        AgentDraft draft = agent.draft().specialist(trained);
        return AgentRules.A_SPECIALIST_HAS_A_SPECIALIZATION
                .check(draft)
                .map(Outcome::<OwnAgent>rejected)
                .orElseGet(() -> Outcome.done(changed(tx, agent, draft, deed.who(), deed, stamp)));
    }

    private OwnAgent changed(
            Transaction tx,
            Agent agent,
            AgentDraft draft,
            @Nullable UserId trainedBy,
            AuditLog.Deed deed,
            EventStamp stamp) {
        if (draft.equals(agent.draft())) {
            return OwnAgent.of(agent, runtimes);
        }
        Agent after = agent.replaced(draft, agent.configuration(), trainedBy, clock.instant());
        writer.change(tx, agent, after, deed.who(), stamp);
        deed.done(tx, words(agent), words(after));
        return OwnAgent.of(after, runtimes);
    }

    private static String words(Agent agent) {
        Specialization of = agent.draft().specialization();
        return agent.draft().type().label() + (of == null ? "" : " of " + of.focus());
    }
}

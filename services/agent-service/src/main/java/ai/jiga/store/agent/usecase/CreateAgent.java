package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.AgentDraft;
import ai.jiga.store.agent.model.AgentRules;
import ai.jiga.store.agent.model.ConfigurationRules;
import ai.jiga.store.agent.model.Vision;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.contracts.json.FreeJson;
import ai.jiga.store.idempotency.Answered;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.Rejection.FieldError;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.kernel.Uuid7;
import ai.jiga.store.queue.EventStamp;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A user makes an agent of their own.
public final class CreateAgent {
    private final Idempotency idempotency;
    private final AgentWriter writer;
    private final Uuid7 ids;
    private final Runtimes runtimes;
    private final InstantSource clock;

    public CreateAgent(Idempotency idempotency, AgentWriter writer, Uuid7 ids, Runtimes runtimes, InstantSource clock) {
        this.idempotency = idempotency;
        this.writer = writer;
        this.ids = ids;
        this.runtimes = runtimes;
        this.clock = clock;
    }

    /// @param configuration what its rank comes with, when null
    public Answered<OwnAgent> create(
            Caller.User caller, AgentDraft draft, @Nullable JsonNode configuration, @Nullable RequestKey key) {
        UserId owner = caller.id();
        UserId trainedBy = caller.isAdmin() && draft.claimsToBeSpecial() ? owner : null;
        Instant now = clock.instant();
        AgentId id = AgentId.of(ids.next());
        EventStamp stamp = writer.stamp();
        JsonNode configured = configuration == null ? Vision.of(draft.rank()).configuration() : configuration;
        Optional<Rejection> broken = AgentRules.claimed(draft, caller.isAdmin()).or(() -> broken(draft, configured));
        return idempotency.once(key, OwnAgent.class, tx -> {
            if (broken.isPresent()) {
                return Outcome.rejected(broken.get());
            }
            return AgentWriter.freeName(tx, owner, draft.name(), id).map(free -> {
                Agent agent = Agent.created(id, owner, draft, configured, trainedBy, now);
                writer.create(tx, agent, stamp);
                return OwnAgent.of(agent, runtimes);
            });
        });
    }

    /// All that is wrong with an agent and its configuration, as one refusal.
    static Optional<Rejection> broken(AgentDraft draft, JsonNode configuration) {
        List<Rejection> broken = new ArrayList<>(AgentRules.all().brokenBy(draft));
        if (draft.modelConfig() != null) {
            FreeJson.problemOf(draft.modelConfig())
                    .map(problem -> Rejection.ofFields(
                            ErrorCode.INVALID_CONFIGURATION,
                            "modelConfig cannot be kept. " + problem,
                            List.of(new FieldError("modelConfig", problem))))
                    .ifPresent(broken::add);
        }
        broken.addAll(ConfigurationRules.judge(configuration, draft).rejections());
        return AgentRules.together(broken);
    }
}

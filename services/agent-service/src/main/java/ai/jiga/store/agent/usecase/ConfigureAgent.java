package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.AgentRules;
import ai.jiga.store.agent.model.AgentVersion.Change;
import ai.jiga.store.agent.model.ConfigurationReport;
import ai.jiga.store.agent.model.ConfigurationReport.Warning;
import ai.jiga.store.agent.model.ConfigurationRules;
import ai.jiga.store.agent.usecase.AgentCaches.OwnedConfiguration;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.web.IfMatch;
import ai.jiga.store.web.Versioned;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The owner reads, tries and sets how an agent watches and plays.
public final class ConfigureAgent {
    private final DocumentStore store;
    private final AgentCaches caches;
    private final AgentWriter writer;
    private final InstantSource clock;

    public ConfigureAgent(DocumentStore store, AgentCaches caches, AgentWriter writer, InstantSource clock) {
        this.store = store;
        this.caches = caches;
        this.writer = writer;
        this.clock = clock;
    }

    /// @param validationWarnings what the owner should know of it, though it was set
    public record Configured(
            AgentId agentId, JsonNode configuration, List<Warning> validationWarnings, long version, Instant updatedAt)
            implements Versioned {}

    public Outcome<Configured> read(Caller caller, AgentId id) {
        return caches.configurations()
                .get(id.value(), () -> AgentAccess.find(store, id).map(ConfigureAgent::owned))
                .filter(owned -> owned.shown() || caller.is(owned.ownerId()) || caller.isAdmin())
                .map(owned -> AgentAccess.ofOwner(owned.ownerId(), caller, owned.configured()))
                .orElseGet(() -> AgentAccess.notFound(id));
    }

    /// Says what setting it would say, and sets nothing.
    public Outcome<ConfigurationReport> validate(Caller caller, AgentId id, JsonNode configuration) {
        return AgentAccess.owned(store, id, caller)
                .map(agent -> ConfigurationRules.judge(configuration, agent.draft()));
    }

    public Outcome<Configured> configure(Caller caller, AgentId id, JsonNode configuration, IfMatch condition) {
        return caches.configurations()
                .write(id.value(), () -> set(caller, id, configuration, condition), ConfigureAgent::written)
                .map(ConfigureAgent::configured);
    }

    private Outcome<Agent> set(Caller caller, AgentId id, JsonNode configuration, IfMatch condition) {
        Instant now = clock.instant();
        EventStamp stamp = writer.stamp();
        return store.transact(tx -> AgentAccess.changeableWhole(tx, id, caller)
                .then(agent -> condition.check(agent.version()).map(version -> agent))
                .then(agent -> {
                    var report = ConfigurationRules.judge(configuration, agent.draft());
                    var broken = AgentRules.together(report.rejections());
                    if (broken.isPresent()) {
                        return Outcome.rejected(broken.get());
                    }
                    Agent after = agent.changed(agent.draft(), configuration, now);
                    writer.change(tx, agent, after, Change.CONFIGURED, stamp);
                    return Outcome.done(after);
                }));
    }

    private static Optional<OwnedConfiguration> written(Outcome<Agent> outcome) {
        return outcome instanceof Outcome.Done<Agent>(Agent agent) ? Optional.of(owned(agent)) : Optional.empty();
    }

    private static OwnedConfiguration owned(Agent agent) {
        return new OwnedConfiguration(agent.ownerId(), agent.isShown(), configured(agent));
    }

    /// Whether the caller may at all, before the body is judged.
    public Outcome<Agent> authorise(Caller caller, AgentId id) {
        return AgentAccess.changeableWhole(store, id, caller);
    }

    private static Configured configured(Agent agent) {
        var report = ConfigurationRules.judge(agent.configuration(), agent.draft());
        return new Configured(agent.id(), agent.configuration(), report.warnings(), agent.version(), agent.updatedAt());
    }
}

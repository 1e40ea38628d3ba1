package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.AgentCollections;
import ai.jiga.store.agent.model.Badge;
import ai.jiga.store.agent.model.SystemAgent;
import ai.jiga.store.agent.model.Vision;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.wiring.Seeder;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Creates the system agents and the badge catalogue, each where it is not there yet.
public final class SeedAgents implements Seeder {
    private final DocumentStore store;
    private final AgentCaches caches;
    private final AgentWriter writer;
    private final InstantSource clock;
    private final List<SystemAgent> agents;
    private final List<Badge> badges;

    public SeedAgents(
            DocumentStore store,
            AgentCaches caches,
            AgentWriter writer,
            InstantSource clock,
            List<SystemAgent> agents,
            List<Badge> badges) {
        this.store = store;
        this.caches = caches;
        this.writer = writer;
        this.clock = clock;
        this.agents = List.copyOf(agents);
        this.badges = List.copyOf(badges);
    }

    @Override
    public int order() {
        return 20;
    }

    /// @throws IllegalStateException when the catalogue breaks a rule
    @Override
    public void seed() {
        agents.forEach(this::seed);
        badges.forEach(this::seed);
    }

    private void seed(SystemAgent entry) {
        JsonNode configuration = Vision.of(entry.draft().rank()).configuration();
        CreateAgent.broken(entry.draft(), configuration).map(Rejection::detail).ifPresent(broken -> {
            throw new IllegalStateException("the system agent " + entry.id() + " breaks a rule: " + broken);
        });
        Instant now = clock.instant();
        EventStamp stamp = writer.stamp();
        store.transact(tx -> {
            boolean absent = tx.get(AgentCollections.agent(entry.id())).isEmpty();
            if (absent) {
                writer.create(tx, Agent.created(entry.id(), UserId.SYSTEM, entry.draft(), configuration, now), stamp);
            }
            return absent;
        });
    }

    private void seed(Badge badge) {
        store.transact(tx -> {
            boolean absent = tx.get(AgentCollections.BADGES.id(badge.id())).isEmpty();
            if (absent) {
                tx.create(AgentCollections.BADGES.id(badge.id()), badge);
                tx.afterCommit(() -> caches.badges().invalidate(AgentCaches.ALL));
            }
            return absent;
        });
    }
}

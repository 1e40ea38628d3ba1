package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.Badge;
import ai.jiga.store.cache.Cache;
import ai.jiga.store.cache.CacheDefinition;
import ai.jiga.store.cache.CacheEngine;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.wiring.Lifetimes;
import java.util.List;

/// What is kept of agents' documents, for reads that decide about nothing. Who may change an agent, what it
/// costs and what a session is told of it are read from the documents.
public final class AgentCaches {
    /// The one key of what there is one of.
    static final String ALL = "all";

    /// In the order of their list.
    record SystemAgents(List<PublicAgent> agents) {}

    /// In the order of the catalogue.
    record Badges(List<Badge> badges) {}

    /// @param ownerId who may read it: the one thing of an agent that never changes
    /// @param shown whether others may know that there is such an agent
    record OwnedConfiguration(UserId ownerId, boolean shown, ConfigureAgent.Configured configured) {}

    private final Cache<SystemAgents> systemAgents;
    private final Cache<Badges> badges;
    private final Cache<OwnedConfiguration> configurations;
    private final Cache<AgentWithStats.Stats> stats;

    public AgentCaches(CacheEngine caches) {
        systemAgents = caches.open(CacheDefinition.of("system-agents", SystemAgents.class, Lifetimes.STATIC));
        badges = caches.open(CacheDefinition.of("badges", Badges.class, Lifetimes.STATIC));
        configurations = caches.open(
                CacheDefinition.of("agent-configurations", OwnedConfiguration.class, Lifetimes.AGENT_CONFIGURATIONS));
        stats = caches.open(CacheDefinition.of("agent-stats", AgentWithStats.Stats.class, Lifetimes.CURRENT_STATS));
    }

    Cache<SystemAgents> systemAgents() {
        return systemAgents;
    }

    Cache<Badges> badges() {
        return badges;
    }

    /// By the agent's id.
    Cache<OwnedConfiguration> configurations() {
        return configurations;
    }

    /// By the agent's id.
    Cache<AgentWithStats.Stats> stats() {
        return stats;
    }

    /// After the commit that changed it.
    void changed(Agent agent) {
        configurations.invalidate(agent.id().value());
        if (agent.belongsToPlatform()) {
            systemAgents.invalidate(ALL);
        }
    }
}

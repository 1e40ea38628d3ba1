package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.AgentCollections;
import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.Agents;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Results;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.UserId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds agents, for people and for the other services. What is deleted or not paid for is in no answer.
public final class FindAgents implements Agents {
    private final DocumentStore store;
    private final AgentCaches caches;
    private final Runtimes runtimes;
    private final List<AgentId> systemAgents;

    /// @param systemAgents in the order in which they are listed
    public FindAgents(DocumentStore store, AgentCaches caches, Runtimes runtimes, List<AgentId> systemAgents) {
        this.store = store;
        this.caches = caches;
        this.runtimes = runtimes;
        this.systemAgents = List.copyOf(systemAgents);
    }

    @Override
    public Optional<AgentView> find(AgentId id) {
        return AgentAccess.find(store, id).map(agent -> agent.view(runtimes));
    }

    @Override
    public Optional<AgentView> asOf(AgentId id, long version) {
        return store.get(AgentCollections.agent(id))
                .map(Document::value)
                .map(agent -> store.get(AgentCollections.version(id, version))
                        .map(then -> agent.asOf(then.value()))
                        .orElse(agent)
                        .view(runtimes));
    }

    /// The owner sees more than others do.
    public Outcome<SeenAgent> seenBy(Caller caller, AgentId id) {
        return AgentAccess.seen(store, id, caller).map(agent -> seen(agent, caller));
    }

    private SeenAgent seen(Agent agent, Caller caller) {
        return caller.is(agent.ownerId()) ? OwnAgent.of(agent, runtimes) : PublicAgent.of(agent, runtimes);
    }

    /// The newest first: all of one's own, what is published of others'.
    ///
    /// @param detailed one's own as their owner sees them
    public Page<SeenAgent> ownedBy(UserId owner, Caller caller, boolean detailed, int limit, @Nullable String after) {
        return page(visible(active(owner), owner, caller), limit, after)
                .map(agent -> detailed ? seen(agent, caller) : PublicAgent.of(agent, runtimes));
    }

    /// As [#ownedBy], of those that were derived.
    public Page<SeenAgent> variantsOf(
            UserId owner, Caller caller, boolean detailed, int limit, @Nullable String after) {
        return page(visible(active(owner).where("variant").is(true), owner, caller), limit, after)
                .map(agent -> detailed ? seen(agent, caller) : PublicAgent.of(agent, runtimes));
    }

    /// All of them, in the order of their list.
    public List<PublicAgent> systemAgents() {
        return caches.systemAgents()
                .get(AgentCaches.ALL, this::loadSystemAgents)
                .map(AgentCaches.SystemAgents::agents)
                .orElse(List.of());
    }

    private Optional<AgentCaches.SystemAgents> loadSystemAgents() {
        List<PublicAgent> agents = store
                .getAll(systemAgents.stream().map(AgentCollections::agent).toList())
                .stream()
                .map(Document::value)
                .filter(Agent::canBeSeen)
                .map(agent -> PublicAgent.of(agent, runtimes))
                .toList();
        return Optional.of(new AgentCaches.SystemAgents(agents))
                .filter(some -> !some.agents().isEmpty());
    }

    private static Query<Agent> visible(Query<Agent> all, UserId owner, Caller caller) {
        var visible = caller.is(owner)
                ? all
                : all.where("marketplaceStatus.isPublished").is(true);
        return visible.descending("createdAt");
    }

    private static Query<Agent> active(UserId owner) {
        return AgentCollections.AGENTS
                .query()
                .where("ownerId")
                .is(owner)
                .where("state")
                .is(Agent.State.ACTIVE);
    }

    private Page<Agent> page(Query<Agent> query, int limit, @Nullable String after) {
        Results<Agent> results = store.query(query.limit(limit).startAfter(after == null ? null : new Cursor(after)));
        Cursor next = results.next();
        return new Page<>(results.values(), next == null ? null : next.token());
    }
}

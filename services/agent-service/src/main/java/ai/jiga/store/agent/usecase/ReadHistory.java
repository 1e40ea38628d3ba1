package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.AgentCollections;
import ai.jiga.store.agent.model.AgentVersion;
import ai.jiga.store.agent.model.ConfigurationSnapshot;
import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Results;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Page;
import org.jspecify.annotations.Nullable;

/// The owner looks back: what the agent and its configuration once were, the newest first.
public final class ReadHistory {
    private final DocumentStore store;

    public ReadHistory(DocumentStore store) {
        this.store = store;
    }

    public Outcome<Page<AgentVersion>> versions(Caller caller, AgentId id, int limit, @Nullable String after) {
        return AgentAccess.owned(store, id, caller)
                .map(agent -> page(AgentCollections.VERSIONS.query(AgentCollections.agent(id)), limit, after));
    }

    public Outcome<AgentVersion> version(Caller caller, AgentId id, long version) {
        return AgentAccess.owned(store, id, caller)
                .then(agent -> store.get(AgentCollections.version(id, version))
                        .map(Document::value)
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.rejected(
                                ErrorCode.AGENT_VERSION_NOT_FOUND,
                                "There is no version " + version + " of this agent; it is at version " + agent.version()
                                        + ".")));
    }

    public Outcome<Page<ConfigurationSnapshot>> configurations(
            Caller caller, AgentId id, int limit, @Nullable String after) {
        return AgentAccess.owned(store, id, caller)
                .map(agent -> page(AgentCollections.CONFIGS.query(AgentCollections.agent(id)), limit, after));
    }

    private <T> Page<T> page(Query<T> query, int limit, @Nullable String after) {
        Results<T> results = store.query(
                query.descending("version").limit(limit).startAfter(after == null ? null : new Cursor(after)));
        Cursor next = results.next();
        return new Page<>(results.values(), next == null ? null : next.token());
    }
}

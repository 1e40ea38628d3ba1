package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.AgentCollections;
import ai.jiga.store.agent.model.Badge;
import ai.jiga.store.documents.DocumentStore;
import java.util.List;

/// The badge catalogue.
public final class ListBadges {
    /// More than the catalogue will ever have games.
    private static final int MOST = 500;

    private final DocumentStore store;

    public ListBadges(DocumentStore store) {
        this.store = store;
    }

    public List<Badge> all() {
        return store.query(AgentCollections.BADGES.query().ascending("position").limit(MOST))
                .values();
    }
}

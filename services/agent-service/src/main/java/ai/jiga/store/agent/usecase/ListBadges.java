package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.AgentCollections;
import ai.jiga.store.agent.model.Badge;
import ai.jiga.store.documents.DocumentStore;
import java.util.List;
import java.util.Optional;

/// The badge catalogue.
public final class ListBadges {
    /// More than the catalogue will ever have games.
    private static final int MOST = 500;

    private final DocumentStore store;
    private final AgentCaches caches;

    public ListBadges(DocumentStore store, AgentCaches caches) {
        this.store = store;
        this.caches = caches;
    }

    public List<Badge> all() {
        return caches.badges()
                .get(AgentCaches.ALL, this::load)
                .map(AgentCaches.Badges::badges)
                .orElse(List.of());
    }

    private Optional<AgentCaches.Badges> load() {
        List<Badge> badges = store.query(
                        AgentCollections.BADGES.query().ascending("position").limit(MOST))
                .values();
        return Optional.of(new AgentCaches.Badges(badges))
                .filter(some -> !some.badges().isEmpty());
    }
}

package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.Listed;
import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.agent.Standings;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.AgentId;
import java.time.Instant;
import java.time.InstantSource;

/// Keeps where an agent stands on the market, as the marketplace tells it: at once, and by its events. Both may come
/// in any order and more than once, because each names the listing's version. The agent's version rises too: it is
/// the tag of what the owner sees.
public final class TrackListing implements Standings {
    private final DocumentStore store;
    private final AgentWriter writer;
    private final InstantSource clock;

    public TrackListing(DocumentStore store, AgentWriter writer, InstantSource clock) {
        this.store = store;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public void tell(AgentId id, ListingStatus status, long version) {
        var news = new Listed(status, version);
        Instant now = clock.instant();
        store.transact(tx -> {
            apply(tx, id, news, now);
            return news;
        });
    }

    public void apply(Transaction tx, AgentId id, Listed news, Instant at) {
        AgentAccess.find(tx, id).ifPresent(agent -> {
            Agent told = agent.told(news, at);
            if (!told.equals(agent)) {
                writer.relist(tx, told);
            }
        });
    }
}

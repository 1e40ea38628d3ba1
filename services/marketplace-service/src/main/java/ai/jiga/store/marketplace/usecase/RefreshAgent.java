package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.Agents;
import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.marketplace.model.ListedAgent;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.queue.EventStamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Brings what a listing repeats of its agent up to date. The listing of an agent that is gone is taken
/// down, also where an operator has done so already: there is nothing that could be let up again.
public final class RefreshAgent {
    private final DocumentStore store;
    private final Agents agents;
    private final ListingWriter writer;
    private final Runtimes runtimes;
    private final InstantSource clock;

    public RefreshAgent(
            DocumentStore store, Agents agents, ListingWriter writer, Runtimes runtimes, InstantSource clock) {
        this.store = store;
        this.agents = agents;
        this.writer = writer;
        this.runtimes = runtimes;
        this.clock = clock;
    }

    public void refresh(AgentId id) {
        Optional<AgentView> agent = agents.find(id);
        Instant now = clock.instant();
        EventStamp stamp = writer.stamp();
        store.transact(tx -> {
            Optional<Listing> listing =
                    tx.get(MarketplaceCollections.listing(ListingId.of(id))).map(Document::value);
            if (listing.isPresent()) {
                if (agent.isPresent()) {
                    take(tx, listing.get(), ListedAgent.of(agent.get()), stamp, now);
                } else if (listing.get().status() != ListingStatus.UNPUBLISHED) {
                    writer.withdraw(tx, listing.get().withdrawn(now), stamp);
                }
            }
            return id;
        });
    }

    private void take(Transaction tx, Listing listing, ListedAgent agent, EventStamp stamp, Instant now) {
        if (agent.version() > listing.agent().version() && !agent.shows(listing.agent())) {
            writer.change(tx, listing.of(agent, runtimes, now), stamp);
        }
    }
}

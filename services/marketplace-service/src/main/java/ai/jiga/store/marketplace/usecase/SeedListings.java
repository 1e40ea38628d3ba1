package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.Agents;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.marketplace.model.Availability;
import ai.jiga.store.marketplace.model.FeaturedListing;
import ai.jiga.store.marketplace.model.ListedAgent;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.ListingContent;
import ai.jiga.store.marketplace.model.ListingRules;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.marketplace.model.SystemListing;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.wiring.Seeder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Puts the system agents on the market, each where it is not there yet.
public final class SeedListings implements Seeder {
    private final DocumentStore store;
    private final Agents agents;
    private final ListingWriter writer;
    private final InstantSource clock;
    private final List<SystemListing> listings;

    public SeedListings(
            DocumentStore store,
            Agents agents,
            ListingWriter writer,
            InstantSource clock,
            List<SystemListing> listings) {
        this.store = store;
        this.agents = agents;
        this.writer = writer;
        this.clock = clock;
        this.listings = List.copyOf(listings);
    }

    @Override
    public int order() {
        return 40;
    }

    /// @throws IllegalStateException when an agent is missing or a listing breaks a rule
    @Override
    public void seed() {
        listings.forEach(this::seed);
    }

    private void seed(SystemListing entry) {
        var ref = MarketplaceCollections.listing(ListingId.of(entry.agentId()));
        if (store.get(ref).isPresent()) {
            return;
        }
        AgentView agent = agents.find(entry.agentId())
                .orElseThrow(() -> new IllegalStateException("there is no system agent " + entry.agentId()));
        var content = new ListingContent(
                entry.title(),
                agent.description(),
                entry.tags(),
                entry.categories(),
                entry.games(),
                agent.baseRate(),
                Availability.ALWAYS);
        ListingRules.broken(ListedAgent.of(agent), content).ifPresent(broken -> {
            throw new IllegalStateException("the listing of " + entry.agentId() + " breaks a rule: " + broken.detail());
        });
        Instant now = clock.instant();
        EventStamp stamp = writer.stamp();
        Listing listing = Listing.published(agent, content, now);
        store.transact(tx -> {
            boolean absent = tx.get(ref).isEmpty();
            if (absent) {
                writer.publish(tx, listing, stamp);
                if (entry.featured() > 0) {
                    writer.feature(tx, new FeaturedListing(listing.id(), entry.featured()));
                }
            }
            return absent;
        });
    }
}

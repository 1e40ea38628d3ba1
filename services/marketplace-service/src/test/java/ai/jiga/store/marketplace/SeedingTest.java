package ai.jiga.store.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.marketplace.model.SystemListing;
import ai.jiga.store.marketplace.usecase.ListingCard;
import ai.jiga.store.marketplace.usecase.SeedListings;
import ai.jiga.store.marketplace.usecase.ShowFeatured;
import ai.jiga.store.marketplace.wiring.MarketplaceWiring;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedingTest {
    private static final AgentId SPECIALIST = AgentId.of("truwakandan-cod-specialist-001");

    @Test
    void allThirteenSystemAgentsAreListedOnceAndFound(@TempDir Path folder) {
        try (var market = new Market(folder).started()) {
            List<SystemListing> catalogue = MarketplaceWiring.catalogue(market.foundation.json());
            for (SystemListing entry : catalogue) {
                AgentView agent = Market.agent(entry.agentId(), UserId.SYSTEM);
                market.agents.put(Market.agent(agent, entry.agentId().value(), Rank.GOLD, agent.baseRate(), null, 1));
            }
            var seeder = new SeedListings(
                    market.process.store(), market.agents, market.writer, market.process.clock(), catalogue);

            seeder.seed();
            seeder.seed();
            market.settle();

            assertThat(market.search("").total()).isEqualTo(13);
            assertThat(market.search("call of dutty").items())
                    .extracting(ListingCard::agentId)
                    .contains(SPECIALIST);
            assertThat(new ShowFeatured(market.listings, market.runtimes, market.process.clock()).show())
                    .extracting(ListingCard::agentId)
                    .hasSize(4)
                    .first()
                    .isEqualTo(SPECIALIST);
        }
    }
}

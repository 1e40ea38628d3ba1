package ai.jiga.store.marketplace;

import static ai.jiga.store.marketplace.Market.NOVA;
import static ai.jiga.store.marketplace.Market.NOVA_LISTING;
import static ai.jiga.store.marketplace.Market.OWNER;
import static ai.jiga.store.marketplace.Market.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.marketplace.ListingChanged;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.marketplace.usecase.ListingPage;
import ai.jiga.store.wiring.Lifetimes;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is read from the cache, and when it is not.
class CachedListingsTest {
    @TempDir
    Path folder;

    /// Behind everybody's back: no event tells of it.
    private static void overwrite(Market market, long rate) {
        market.process.store().transact(tx -> {
            Listing listing = tx.get(MarketplaceCollections.listing(NOVA_LISTING))
                    .orElseThrow()
                    .value();
            tx.set(
                    MarketplaceCollections.listing(NOVA_LISTING),
                    listing.edited(Market.content("Nova calls", rate), listing.status(), listing.updatedAt()));
            return rate;
        });
    }

    private static ListingPage shown(Market market) {
        return market.showing.show(PLAYER, NOVA_LISTING, false).orThrow();
    }

    @Test
    void aPageAndItsCardAreReadOnceInFiveMinutes() {
        try (var market = new Market(folder).started()) {
            market.publishNova();
            market.settle();
            assertThat(shown(market).pricing().baseRate()).isEqualTo(Dof.of(8_000));
            overwrite(market, 9_000);
            assertThat(shown(market).pricing().baseRate()).isEqualTo(Dof.of(8_000));
            assertThat(market.search("nova").items().getFirst().pricing().baseRate())
                    .isEqualTo(Dof.of(8_000));

            market.process.clock().advance(Lifetimes.LISTINGS.plus(Duration.ofSeconds(1)));
            assertThat(shown(market).pricing().baseRate()).isEqualTo(Dof.of(9_000));
            assertThat(market.search("nova").items().getFirst().pricing().baseRate())
                    .isEqualTo(Dof.of(9_000));
        }
    }

    @Test
    void whoWritesReadsWhatWasWrittenWithoutAnEvent() {
        try (var market = new Market(folder)) {
            market.publishNova();
            assertThat(shown(market).title()).isEqualTo("Nova calls");
            market.publish(Market.content("Nova shouts", 8_000)).orThrow();
            assertThat(shown(market).title()).isEqualTo("Nova shouts");

            market.unpublishing.unpublish(OWNER, NOVA, null).outcome().orThrow();
            assertThat(Market.refusal(market.showing.show(PLAYER, NOVA_LISTING, false)))
                    .isEqualTo(ErrorCode.LISTING_NOT_FOUND);
            assertThat(market.showing.show(OWNER, NOVA_LISTING, false).orThrow().title())
                    .isEqualTo("Nova shouts");
        }
    }

    @Test
    void anEventForgetsWhatAnotherProcessWrote() {
        try (var market = new Market(folder).started()) {
            market.publishNova();
            market.settle();
            shown(market);
            overwrite(market, 9_000);
            // As the event of the other process would.
            market.tell(new ListingChanged(NOVA_LISTING, NOVA, "active"));
            market.process.settleEvents();
            assertThat(shown(market).pricing().baseRate()).isEqualTo(Dof.of(9_000));
        }
    }

    @Test
    void whoHiresOrEditsReadsTheDocuments() {
        try (var market = new Market(folder)) {
            market.publishNova();
            shown(market);
            market.process.store().transact(tx -> {
                Listing listing = tx.get(MarketplaceCollections.listing(NOVA_LISTING))
                        .orElseThrow()
                        .value();
                tx.set(MarketplaceCollections.listing(NOVA_LISTING), listing.withdrawn(listing.updatedAt()));
                return listing;
            });
            assertThat(shown(market).status()).isEqualTo(ListingStatus.ACTIVE);
            assertThat(market.hiring.find(NOVA_LISTING).orThrow().status()).isEqualTo(ListingStatus.UNPUBLISHED);
            assertThat(Market.refusal(market.editing.authorise(PLAYER, NOVA_LISTING)))
                    .isEqualTo(ErrorCode.LISTING_NOT_FOUND);
        }
    }
}

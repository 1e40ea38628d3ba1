package ai.jiga.store.marketplace;

import static ai.jiga.store.marketplace.Market.NOVA;
import static ai.jiga.store.marketplace.Market.NOVA_LISTING;
import static ai.jiga.store.marketplace.Market.OWNER;
import static ai.jiga.store.marketplace.Market.PLAYER;
import static ai.jiga.store.marketplace.Market.content;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.marketplace.ListingChanged;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.marketplace.model.FeaturedListing;
import ai.jiga.store.marketplace.model.ListingChanges;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.marketplace.usecase.HireAgent.Wish;
import ai.jiga.store.marketplace.usecase.ShowFeatured;
import ai.jiga.store.web.IfMatch;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every door of the marketplace to a listing, in every state that a listing may be in.
class DoorsTest {
    private static final Caller.User OPERATOR = new Caller.User(UserId.of("operator"), Caller.Role.ADMIN);

    @TempDir
    Path folder;

    private Market market;

    @BeforeEach
    void open() {
        market = new Market(folder).started();
        market.publishNova();
    }

    @AfterEach
    void close() {
        market.close();
    }

    @ParameterizedTest
    @EnumSource
    void strangersReadWhatIsPublicAndFindAndHireWhatIsActive(ListingStatus status) {
        stands(status);

        Optional<ErrorCode> hidden = status.isPublic() ? Optional.empty() : Optional.of(ErrorCode.LISTING_NOT_FOUND);
        for (Caller stranger : new Caller[] {PLAYER, Caller.ANONYMOUS}) {
            assertThat(codeOf(market.showing.show(stranger, NOVA_LISTING, true)))
                    .as("page")
                    .isEqualTo(hidden);
            assertThat(codeOf(market.reviews.list(stranger, NOVA_LISTING, 10, null)))
                    .as("reviews")
                    .isEqualTo(hidden);
        }
        boolean active = status == ListingStatus.ACTIVE;
        assertThat(market.found("")).as("search").hasSize(active ? 1 : 0);
        assertThat(market.search("").total()).as("total").isEqualTo(active ? 1 : 0);
        assertThat(market.searching.suggest("no", 10).orThrow()).as("suggest").hasSize(active ? 1 : 0);
        assertThat(new ShowFeatured(market.listings, market.runtimes, market.process.clock()).show())
                .as("featured")
                .hasSize(active ? 1 : 0);
        assertThat(hire()).as("hire").isEqualTo(active ? Optional.empty() : Optional.of(ErrorCode.LISTING_NOT_HIRABLE));
        assertThat(market.agents.find(NOVA).orElseThrow().listed()).as("trials").isEqualTo(active);
        assertThat(codeOf(market.publishing.authorise(PLAYER, NOVA)))
                .as("publish")
                .contains(status.isUpToItsOwner() ? ErrorCode.NOT_AGENT_OWNER : ErrorCode.AGENT_NOT_FOUND);
        assertThat(codeOf(market.unpublishing.authorise(PLAYER, NOVA)))
                .as("unpublish")
                .contains(status.isPublic() ? ErrorCode.NOT_AGENT_OWNER : ErrorCode.LISTING_NOT_FOUND);
        assertThat(codeOf(market.editing.authorise(PLAYER, NOVA_LISTING)))
                .as("change")
                .contains(status.isPublic() ? ErrorCode.NOT_AGENT_OWNER : ErrorCode.LISTING_NOT_FOUND);
    }

    @ParameterizedTest
    @EnumSource
    void itsOwnerAndOperatorsReadItInEveryState(ListingStatus status) {
        stands(status);

        assertThat(codeOf(market.showing.show(OWNER, NOVA_LISTING, true))).isEmpty();
        assertThat(codeOf(market.showing.show(OPERATOR, NOVA_LISTING, true))).isEmpty();
        assertThat(codeOf(market.reviews.list(OPERATOR, NOVA_LISTING, 10, null)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNDER_REVIEW", "SUSPENDED"})
    void whatAnOperatorHasAHandOnItsOwnerDoesNotLift(ListingStatus status) {
        stands(status);
        var goOn = new ListingChanges(null, null, null, null, null, null, null, false);

        assertThat(codeOf(market.editing.edit(OWNER, NOVA_LISTING, goOn, IfMatch.ANY)))
                .contains(ErrorCode.LISTING_NOT_HIRABLE);
        assertThat(codeOf(market.publish(content("Nova again", 8_000)))).contains(ErrorCode.LISTING_NOT_HIRABLE);
        assertThat(codeOf(market.unpublishing.unpublish(OWNER, NOVA, null).outcome()))
                .contains(ErrorCode.LISTING_NOT_HIRABLE);
        assertThat(market.page(NOVA_LISTING).status()).isEqualTo(status);
    }

    /// As an operator, or the owner, has put it.
    private void stands(ListingStatus status) {
        var stamp = market.outbox.stamp();
        market.process.store().transact(tx -> {
            tx.set(MarketplaceCollections.FEATURED.id(NOVA_LISTING.value()), new FeaturedListing(NOVA_LISTING, 1));
            return stamp;
        });
        var listing = market.hiring.find(NOVA_LISTING).orThrow();
        var after =
                listing.edited(listing.content(), status, market.process.clock().instant());
        market.process.store().transact(tx -> {
            tx.set(MarketplaceCollections.listing(NOVA_LISTING), after);
            market.outbox.append(tx, stamp, after.version(), new ListingChanged(NOVA_LISTING, NOVA, status.label()));
            return after;
        });
        market.agents.tell(NOVA, status, after.version());
        market.settle();
    }

    private Optional<ErrorCode> hire() {
        var listing = market.hiring.find(NOVA_LISTING).orThrow();
        return codeOf(market.hiring
                .hire(PLAYER, listing, new Wish(Dof.of(8_000), null, null, null), null)
                .outcome());
    }

    private static Optional<ErrorCode> codeOf(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> Optional.empty();
            case Outcome.Rejected<?> rejected ->
                Optional.of(rejected.rejection().code());
        };
    }
}

package ai.jiga.store.marketplace;

import static ai.jiga.store.marketplace.Market.content;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.marketplace.usecase.KeepFavourites;
import ai.jiga.store.marketplace.usecase.ListingCard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FavouritesTest {
    private static final Caller.User PLAYER = new Caller.User(UserId.of("player"), Caller.Role.USER);
    private static final AgentId OTHER = AgentId.of("other");

    @TempDir
    Path folder;

    private Market market;
    private KeepFavourites favourites;
    private ListingId nova;
    private ListingId other;

    @BeforeEach
    void open() {
        market = new Market(folder).started();
        favourites = market.favourites;
        market.agents.put(Market.agent(OTHER, Market.OWNER.id()));
        nova = market.publish(content("Calm caller", 8_000)).orThrow().listingId();
        other = market.publish(OTHER, content("Loud caller", 8_000), null)
                .orThrow()
                .listingId();
        market.settle();
    }

    @AfterEach
    void close() {
        market.close();
    }

    private List<String> titles() {
        return favourites.list(PLAYER.id(), 10, null).items().stream()
                .map(ListingCard::title)
                .toList();
    }

    @Test
    void theOneMarkedLastIsFirst() {
        favourites.mark(PLAYER, nova).orThrow();
        market.process.clock().advance(Duration.ofSeconds(1));
        favourites.mark(PLAYER, other).orThrow();
        market.process.clock().advance(Duration.ofSeconds(1));
        favourites.mark(PLAYER, nova).orThrow();

        assertThat(titles()).containsExactly("Loud caller", "Calm caller");
        assertThat(favourites.list(UserId.of("somebody"), 10, null).items()).isEmpty();
    }

    @Test
    void whatIsForgottenIsGoneHoweverOften() {
        favourites.mark(PLAYER, nova).orThrow();

        favourites.forget(PLAYER.id(), nova);
        favourites.forget(PLAYER.id(), nova);

        assertThat(titles()).isEmpty();
    }

    @Test
    void whatNobodyMaySeeIsNotMarked() {
        assertThat(Market.refusal(favourites.mark(PLAYER, ListingId.of("nothing"))))
                .isEqualTo(ErrorCode.LISTING_NOT_FOUND);
    }

    @Test
    void whatIsTakenDownIsNotShownAndPagesGoOn() {
        favourites.mark(PLAYER, nova).orThrow();
        market.process.clock().advance(Duration.ofSeconds(1));
        favourites.mark(PLAYER, other).orThrow();
        market.unpublishing.unpublish(Market.OWNER, OTHER, null).outcome().orThrow();
        market.settle();

        assertThat(titles()).containsExactly("Calm caller");
        var first = favourites.list(PLAYER.id(), 1, null);
        assertThat(first.items()).isEmpty();
        assertThat(favourites.list(PLAYER.id(), 1, first.nextCursor()).items()).hasSize(1);
    }
}

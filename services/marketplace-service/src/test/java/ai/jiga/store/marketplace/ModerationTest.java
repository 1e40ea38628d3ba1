package ai.jiga.store.marketplace;

import static ai.jiga.store.marketplace.Market.NOVA;
import static ai.jiga.store.marketplace.Market.NOVA_LISTING;
import static ai.jiga.store.marketplace.Market.OWNER;
import static ai.jiga.store.marketplace.Market.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.jiga.store.audit.AuditEntry;
import ai.jiga.store.audit.AuditLog;
import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.marketplace.model.FeaturedListing;
import ai.jiga.store.marketplace.model.ListingChanges;
import ai.jiga.store.marketplace.usecase.FeatureListing.FeaturedView;
import ai.jiga.store.marketplace.usecase.ListingCard;
import ai.jiga.store.marketplace.usecase.ListingPage;
import ai.jiga.store.web.IfMatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModerationTest {
    private static final UserId OPERATOR = UserId.of("operator");

    @TempDir
    Path folder;

    private Market market;

    @BeforeEach
    void open() {
        market = new Market(folder);
        market.publishNova();
    }

    @AfterEach
    void close() {
        market.close();
    }

    private List<AuditEntry> audited() {
        return market.foundation.audit().list(AuditLog.Search.ALL, 10, null).items();
    }

    private void suspend(String reason) {
        market.moderating.suspend(OPERATOR, NOVA_LISTING, reason).orThrow();
    }

    @Test
    void oneThatIsTakenDownIsSoUntilAnOperatorLetsItUpAndItsOwnerIsToldWhy() {
        suspend("spam");

        ListingPage down = market.page(NOVA_LISTING);
        assertThat(down.status()).isEqualTo(ListingStatus.SUSPENDED);
        assertThat(down.moderation())
                .isNotNull()
                .satisfies(hand -> assertThat(hand.reason()).isEqualTo("spam"));
        assertThat(Market.refusal(market.publish(content("Nova again", 8_000))))
                .isEqualTo(ErrorCode.LISTING_NOT_HIRABLE);
        assertThat(market.agents.find(NOVA).orElseThrow().listed()).isFalse();

        market.moderating.restore(OPERATOR, NOVA_LISTING, "mended").orThrow();
        assertThat(market.page(NOVA_LISTING).status()).isEqualTo(ListingStatus.ACTIVE);
        assertThat(market.page(NOVA_LISTING).moderation()).isNull();
        assertThat(market.process.outbox())
                .extracting(entry -> entry.event().type())
                .filteredOn("listing.moderated"::equals)
                .hasSize(2);
    }

    @Test
    void itIsAsItWasBeforeHoweverOftenItWasTakenDown() {
        var pause = new ListingChanges(null, null, null, null, null, null, null, true);
        market.editing.edit(OWNER, NOVA_LISTING, pause, IfMatch.ANY).orThrow();
        suspend("spam");
        market.process.clock().advance(Duration.ofMinutes(1));
        suspend("spam, and rude");

        market.moderating.restore(OPERATOR, NOVA_LISTING, "mended").orThrow();

        assertThat(market.page(NOVA_LISTING).status()).isEqualTo(ListingStatus.PAUSED);
    }

    @Test
    void oneWhoseRateIsNotAllowedAnyMoreComesBackPaused() {
        suspend("spam");
        var nova = market.agents.find(NOVA).orElseThrow();
        market.started().change(Market.agent(nova, nova.name(), Rank.BRONZE, Dof.of(1_000), null, 2));
        market.settle();

        market.moderating.restore(OPERATOR, NOVA_LISTING, "mended").orThrow();

        assertThat(market.page(NOVA_LISTING).status()).isEqualTo(ListingStatus.PAUSED);
    }

    @Test
    void theAuditLogHasEachDeedOnce() {
        suspend("spam");
        market.process.clock().advance(Duration.ofMinutes(1));
        market.moderating.restore(OPERATOR, NOVA_LISTING, "mended").orThrow();
        market.moderating.restore(OPERATOR, NOVA_LISTING, "once more").orThrow();

        assertThat(audited())
                .extracting(AuditEntry::act, AuditEntry::subject, AuditEntry::before, AuditEntry::after)
                .containsExactly(
                        tuple("listing.restore", "nova", "suspended", "active"),
                        tuple("listing.suspend", "nova", "active", "suspended"));
    }

    @Test
    void listingsAreLookedThroughByStatusAndByOwner() {
        assertThat(ids(null, null)).containsExactly("nova");
        assertThat(ids(ListingStatus.ACTIVE, null)).containsExactly("nova");
        assertThat(ids(ListingStatus.SUSPENDED, null)).isEmpty();
        assertThat(ids(null, OWNER.id())).containsExactly("nova");
        assertThat(ids(null, OPERATOR)).isEmpty();
    }

    private List<String> ids(@Nullable ListingStatus status, @Nullable UserId owner) {
        return market.moderating.list(status, owner, 10, null).items().stream()
                .map(page -> page.listingId().value())
                .toList();
    }

    @Test
    void aListingThatIsNotThereIsNotModerated() {
        assertThat(Market.refusal(market.moderating.suspend(OPERATOR, ListingId.of("nobody"), "spam")))
                .isEqualTo(ErrorCode.LISTING_NOT_FOUND);
    }

    @Test
    void aListingIsShownFirstInItsTime() {
        var now = market.process.clock().instant();
        var tomorrow = new FeaturedListing(NOVA_LISTING, 1, now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(2)));

        assertThat(market.featuring.feature(OPERATOR, tomorrow).orThrow().shown())
                .isFalse();

        assertThat(shownFirst()).isEmpty();
        market.process.clock().advance(Duration.ofDays(1));
        assertThat(shownFirst()).containsExactly("Nova calls");
        market.process.clock().advance(Duration.ofDays(1));
        assertThat(shownFirst()).isEmpty();
        assertThat(market.featuring.list())
                .extracting(FeaturedView::title, FeaturedView::shown)
                .containsExactly(tuple("Nova calls", false));
    }

    private List<String> shownFirst() {
        return market.featured.show().stream().map(ListingCard::title).toList();
    }

    @Test
    void whatIsShownFirstIsTakenAwayAndIsInTheAuditLog() {
        market.featuring.feature(OPERATOR, new FeaturedListing(NOVA_LISTING, 3)).orThrow();
        market.featuring.feature(OPERATOR, new FeaturedListing(NOVA_LISTING, 3)).orThrow();
        assertThat(shownFirst()).hasSize(1);
        market.process.clock().advance(Duration.ofMinutes(1));

        market.featuring.unfeature(OPERATOR, NOVA_LISTING);
        market.featuring.unfeature(OPERATOR, NOVA_LISTING);

        assertThat(shownFirst()).isEmpty();
        assertThat(audited())
                .extracting(AuditEntry::act, AuditEntry::before, AuditEntry::after)
                .containsExactly(tuple("listing.unfeature", "at 3", null), tuple("listing.feature", null, "at 3"));
    }

    @Test
    void aTimeThatIsOverBeforeItBeginsIsRefused() {
        var now = market.process.clock().instant();

        assertThat(Market.refusal(market.featuring.feature(
                        OPERATOR, new FeaturedListing(NOVA_LISTING, 1, now.plusSeconds(60), now.plusSeconds(60)))))
                .isEqualTo(ErrorCode.VALIDATION_FAILED);
    }
}

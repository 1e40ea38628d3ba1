package ai.jiga.store.marketplace;

import static ai.jiga.store.marketplace.Market.NOVA;
import static ai.jiga.store.marketplace.Market.NOVA_LISTING;
import static ai.jiga.store.marketplace.Market.OWNER;
import static ai.jiga.store.marketplace.Market.PLAYER;
import static ai.jiga.store.marketplace.Market.content;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.agent.AgentDeleted;
import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.marketplace.model.Availability;
import ai.jiga.store.marketplace.model.ListingChanges;
import ai.jiga.store.marketplace.model.ListingContent;
import ai.jiga.store.web.IfMatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishingTest {
    @TempDir
    Path folder;

    private Market market;

    @BeforeEach
    void open() {
        market = new Market(folder);
    }

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void aPublishedAgentHasAListingOfItsIdAndTellsOfIt() {
        var published = market.publish(content("Nova calls", 8_000)).orThrow();

        assertThat(published.listingId()).isEqualTo(NOVA_LISTING);
        assertThat(published.status()).isEqualTo(ListingStatus.ACTIVE);
        assertThat(published.marketplaceUrl()).isEqualTo("https://store.example/api/v1/marketplace/nova");
        assertThat(market.process.outbox()).extracting(e -> e.event().type()).containsExactly("agent.published");
        var page = market.showing.show(PLAYER, NOVA_LISTING, false).orThrow();
        assertThat(page.agent().name()).isEqualTo("Nova");
        assertThat(page.stats().rating()).isNull();
        assertThat(page.availability().isAvailable()).isTrue();
    }

    @Test
    void onlyItsOwnerPublishesAnAgentAndADraftIsKnownToNobodyElse() {
        assertThat(Market.refusal(market.publishing.authorise(PLAYER, NOVA))).isEqualTo(ErrorCode.AGENT_NOT_FOUND);
        market.publishNova();
        assertThat(Market.refusal(market.publishing.authorise(PLAYER, NOVA))).isEqualTo(ErrorCode.NOT_AGENT_OWNER);
        assertThat(Market.refusal(market.publishing.authorise(PLAYER, AgentId.of("nobody"))))
                .isEqualTo(ErrorCode.AGENT_NOT_FOUND);
    }

    @Test
    void theRateLiesInTheRanksRange() {
        assertThat(Market.refusal(market.publish(content("too cheap", 7_999)))).isEqualTo(ErrorCode.RATE_OUT_OF_RANGE);
        assertThat(Market.refusal(market.publish(content("too dear", 11_001)))).isEqualTo(ErrorCode.RATE_OUT_OF_RANGE);
        assertThat(market.publish(content("dear", 11_000)).orThrow().status()).isEqualTo(ListingStatus.ACTIVE);
    }

    @Test
    void aVariantCostsAtMostItsOwnRateAndAtLeastSeventyPercentOfItsRanksLeast() {
        var variant = market.agents.find(NOVA).orElseThrow();
        market.agents.put(Market.agent(variant, "My Nova", Rank.GOLD, Dof.of(7_000), AgentId.of("base"), 2));

        assertThat(Market.refusal(market.publish(content("more", 7_001)))).isEqualTo(ErrorCode.VARIANT_RATE_TOO_HIGH);
        assertThat(Market.refusal(market.publish(content("less", 5_599)))).isEqualTo(ErrorCode.RATE_OUT_OF_RANGE);
        assertThat(market.publish(content("its own", 7_000)).orThrow().status()).isEqualTo(ListingStatus.ACTIVE);
        assertThat(market.publish(content("cheaper", 5_600)).orThrow().status()).isEqualTo(ListingStatus.ACTIVE);
    }

    @Test
    void aCategoryIsOneOfThoseThatThereAre() {
        var unknown = new ListingContent(
                "Nova", "", List.of(), List.of("shooters", "knitting"), List.of(), Dof.of(8_000), Availability.ALWAYS);

        var rejection = Market.rejection(market.publish(unknown));

        assertThat(rejection.code()).isEqualTo(ErrorCode.UNKNOWN_CATEGORY);
        assertThat(rejection.detail()).contains("knitting");
    }

    @Test
    void theSameKeyPublishesOnceAndAnswersTheSame() {
        var input = content("Nova calls", 8_000);
        var key = market.key(OWNER, "publish", "k1", input.title());
        var agent = market.publishing.authorise(OWNER, NOVA).orThrow();

        var first = market.publishing.publish(agent, input, key);
        var second = market.publishing.publish(agent, input, key);

        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(second.outcome()).isEqualTo(first.outcome());
        assertThat(market.process.outbox()).hasSize(1);
    }

    @Test
    void publishingAgainReplacesTheTextAndKeepsTheTime() {
        var first = market.publish(content("before", 8_000)).orThrow();
        market.process.clock().advance(Duration.ofHours(1));
        var second = market.publish(content("after", 9_000)).orThrow();

        assertThat(second.publishedAt()).isEqualTo(first.publishedAt());
        assertThat(market.page(NOVA_LISTING).title()).isEqualTo("after");
        assertThat(market.page(NOVA_LISTING).pricing().baseRate()).isEqualTo(Dof.of(9_000));
    }

    @Test
    void anUnpublishedListingIsSeenByItsOwnerOnly() {
        market.publishNova();

        market.unpublishing.unpublish(OWNER, NOVA, null).outcome().orThrow();

        assertThat(Market.refusal(market.showing.show(PLAYER, NOVA_LISTING, false)))
                .isEqualTo(ErrorCode.LISTING_NOT_FOUND);
        assertThat(market.page(NOVA_LISTING).status()).isEqualTo(ListingStatus.UNPUBLISHED);
        assertThat(market.process.outbox())
                .extracting(e -> e.event().type())
                .containsExactlyInAnyOrder("agent.published", "agent.unpublished");
    }

    @Test
    void whereAnAgentStandsIsToldBeforeItsOwnerIsAnswered() {
        market.publishNova();
        assertThat(market.agents.standing(NOVA)).contains(ListingStatus.ACTIVE);

        market.editing.edit(OWNER, NOVA_LISTING, paused(true), IfMatch.ANY).orThrow();
        assertThat(market.agents.standing(NOVA)).contains(ListingStatus.PAUSED);

        market.editing.edit(OWNER, NOVA_LISTING, paused(false), IfMatch.ANY).orThrow();
        assertThat(market.agents.standing(NOVA)).contains(ListingStatus.ACTIVE);

        market.unpublishing.unpublish(OWNER, NOVA, null).outcome().orThrow();
        assertThat(market.agents.standing(NOVA)).contains(ListingStatus.UNPUBLISHED);
    }

    @Test
    void unpublishingTwiceIsNoErrorAndTellsOnce() {
        market.publishNova();
        market.unpublishing.unpublish(OWNER, NOVA, null).outcome().orThrow();

        var again = market.unpublishing.unpublish(OWNER, NOVA, null).outcome().orThrow();

        assertThat(again.status()).isEqualTo(ListingStatus.UNPUBLISHED);
        assertThat(market.process.outbox()).hasSize(2);
    }

    @Test
    void onlyTheOwnerUnpublishesAndChanges() {
        market.publishNova();

        assertThat(Market.refusal(market.unpublishing.authorise(PLAYER, NOVA))).isEqualTo(ErrorCode.NOT_AGENT_OWNER);
        assertThat(Market.refusal(market.editing.authorise(PLAYER, NOVA_LISTING)))
                .isEqualTo(ErrorCode.NOT_AGENT_OWNER);
    }

    @Test
    void aChangeMergesAndMustHoldTheRulesToo() {
        market.publishNova();

        var page = market.editing
                .edit(OWNER, NOVA_LISTING, titled("Nova leads"), IfMatch.ANY)
                .orThrow();

        assertThat(page.title()).isEqualTo("Nova leads");
        assertThat(page.games()).containsExactly("Call of Duty");
        assertThat(page.pricing().baseRate()).isEqualTo(Dof.of(8_000));
        var tooDear = new ListingChanges(null, null, null, null, null, Dof.of(12_000), null, null);
        assertThat(Market.refusal(market.editing.edit(OWNER, NOVA_LISTING, tooDear, IfMatch.ANY)))
                .isEqualTo(ErrorCode.RATE_OUT_OF_RANGE);
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedIsRefused() {
        market.publishNova();
        var seen = new IfMatch("\"v" + market.page(NOVA_LISTING).version() + "\"");
        market.editing.edit(OWNER, NOVA_LISTING, titled("first"), seen).orThrow();

        assertThat(Market.refusal(market.editing.edit(OWNER, NOVA_LISTING, titled("second"), seen)))
                .isEqualTo(ErrorCode.PRECONDITION_FAILED);
        assertThat(market.page(NOVA_LISTING).title()).isEqualTo("first");
    }

    @Test
    void figuresThatMoveDoNotSpoilAChange() {
        market.started();
        market.publishNova();
        var seen = new IfMatch("\"v" + market.page(NOVA_LISTING).version() + "\"");
        market.tell(Play.played("s1"));
        market.settle();

        assertThat(market.page(NOVA_LISTING).stats().totalHires()).isEqualTo(1);
        assertThat(new IfMatch("\"v" + market.page(NOVA_LISTING).version() + "\""))
                .isNotEqualTo(seen);
        assertThat(market.editing
                        .edit(OWNER, NOVA_LISTING, titled("changed"), seen)
                        .orThrow()
                        .title())
                .isEqualTo("changed");
    }

    @Test
    void aPausedListingIsReadButNotFound() {
        market.started();
        market.publishNova();
        market.editing.edit(OWNER, NOVA_LISTING, paused(true), IfMatch.ANY).orThrow();
        market.settle();

        assertThat(market.showing.show(PLAYER, NOVA_LISTING, false).orThrow().status())
                .isEqualTo(ListingStatus.PAUSED);
        assertThat(market.found("nova")).isEmpty();

        market.editing.edit(OWNER, NOVA_LISTING, paused(false), IfMatch.ANY).orThrow();
        market.settle();

        assertThat(market.found("nova")).containsExactly("Nova calls");
    }

    @Test
    void aListingFollowsItsAgent() {
        market.started();
        market.publishNova();

        var nova = market.agents.find(NOVA).orElseThrow();
        market.change(Market.agent(nova, "Supernova", Rank.GOLD, Dof.of(9_000), null, 2));
        market.settle();

        assertThat(market.page(NOVA_LISTING).agent().name()).isEqualTo("Supernova");
        assertThat(market.found("supernova")).containsExactly("Nova calls");
        assertThat(market.page(NOVA_LISTING).pricing().baseRate()).isEqualTo(Dof.of(8_000));
    }

    @Test
    void anAgentThatChangedWhileItWasPublishedIsTakenAsItIsNow() {
        market.started();
        var before = market.publishing.authorise(OWNER, NOVA).orThrow();
        market.agents.put(Market.agent(before, "Supernova", Rank.GOLD, Dof.of(9_000), null, 2));

        market.publishing
                .publish(before, content("Nova calls", 8_000), null)
                .outcome()
                .orThrow();
        market.settle();

        assertThat(market.page(NOVA_LISTING).agent().name()).isEqualTo("Supernova");
    }

    @Test
    void aListingWhoseRateItsAgentsNewRankForbidsIsPaused() {
        market.started();
        market.publishNova();

        var nova = market.agents.find(NOVA).orElseThrow();
        market.change(Market.agent(nova, "Nova", Rank.PLATINUM, Dof.of(12_000), null, 2));
        market.settle();

        assertThat(market.page(NOVA_LISTING).status()).isEqualTo(ListingStatus.PAUSED);
    }

    @Test
    void theListingOfADeletedAgentIsTakenDown() {
        market.started();
        market.publishNova();
        market.settle();

        market.agents.remove(NOVA);
        market.tell(new AgentDeleted(NOVA, OWNER.id()));
        market.settle();

        assertThat(market.page(NOVA_LISTING).status()).isEqualTo(ListingStatus.UNPUBLISHED);
        assertThat(market.found("")).isEmpty();
    }

    private static ListingChanges titled(String title) {
        return new ListingChanges(title, null, null, null, null, null, null, null);
    }

    private static ListingChanges paused(boolean paused) {
        return new ListingChanges(null, null, null, null, null, null, null, paused);
    }
}

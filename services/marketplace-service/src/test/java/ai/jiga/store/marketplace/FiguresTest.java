package ai.jiga.store.marketplace;

import static ai.jiga.store.marketplace.Market.NOVA;
import static ai.jiga.store.marketplace.Market.NOVA_LISTING;
import static ai.jiga.store.marketplace.Market.OWNER;
import static ai.jiga.store.marketplace.Market.PLAYER;
import static ai.jiga.store.marketplace.Market.content;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.session.AgentHired;
import ai.jiga.store.contracts.session.SessionEnded;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.marketplace.inbound.SearchParameters;
import ai.jiga.store.marketplace.inbound.SearchRequests;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.marketplace.usecase.ListingCard;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which hires move the figures that players choose by, and how far.
class FiguresTest {
    private static final AgentId SAGE = AgentId.of("sage");

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

    @Test
    void whatWasHiredAndEndedWithoutPayingMovesNothing() {
        for (int i = 0; i < 12; i++) {
            market.tell(
                    new AgentHired(SessionId.of("s" + i), NOVA_LISTING, NOVA, OWNER.id(), PLAYER.id(), Dof.of(8_000)));
            market.tell(Play.ended("s" + i, PLAYER.id(), "hired", "ended_by_player", 0, 0, false));
        }
        market.settle();

        var stats = stats();
        assertThat(stats.totalHires()).isZero();
        assertThat(stats.successRate()).isNull();
        assertThat(stats.successBase()).isZero();
        assertThat(popularity(NOVA)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "player, trial, trial_over,      0",
        "owner,  owned, ended_by_player, 500",
        "owner,  hired, ended_by_player, 500",
        "player, hired, never_connected, 0",
    })
    void whatTheOwnerPaysAndWhatNobodyPaysNeverCounts(String player, String type, String reason, long consumed) {
        market.tell(Play.ended("s1", UserId.of(player), type, reason, consumed, 3, false));
        market.settle();

        assertThat(stats().totalHires()).isZero();
        assertThat(stats().successBase()).isZero();
        assertThat(popularity(NOVA)).isZero();
    }

    @Test
    void chargedHiresCountAndSuccessIsTheShareOfAnsweredOnesThatNothingBroke() {
        tell("good", "ended_by_player", 3, false);
        tell("used-up", "allocation_exhausted", 1, false);
        tell("at-the-limit", "time_limit", 1, false);
        tell("failed", "ended_by_player", 2, true);
        tell("dropped", "away_too_long", 5, false);
        tell("asked-nothing", "ended_by_player", 0, false);
        market.settle();

        var stats = stats();
        assertThat(stats.totalHires()).isEqualTo(6);
        assertThat(stats.successBase()).isEqualTo(5);
        assertThat(stats.successRate()).isEqualTo(0.6);
    }

    @Test
    void aConnectionWithoutAWordForLessThanAMinuteMovesNothingThoughItIsCharged() {
        for (int i = 0; i < 12; i++) {
            market.tell(Play.ended("looked-in-" + i, Market.PLAYER.id(), "hired", "ended_by_player", 1, 0, false));
        }
        market.settle();

        assertThat(stats().totalHires()).isZero();
        assertThat(stats().successBase()).isZero();
    }

    @Test
    void popularityCountsPeople() {
        publishSage();
        for (int i = 0; i < 10; i++) {
            market.tell(Play.played("one" + i));
        }
        sage("a", "player-a");
        sage("b", "player-b");
        market.settle();

        assertThat(stats().totalHires()).isEqualTo(10);
        assertThat(popular()).containsExactly("The expert", "Nova calls");
    }

    @Test
    void aPlayersTenthHireInADayAddsNextToNothing() {
        market.tell(Play.played("s1"));
        market.settle();
        double first = weight(NOVA);
        for (int i = 2; i <= 9; i++) {
            market.process.clock().advance(Duration.ofHours(1));
            market.tell(Play.played("s" + i));
        }
        market.settle();
        double ninth = weight(NOVA);
        market.process.clock().advance(Duration.ofHours(1));
        market.tell(Play.played("s10"));
        market.settle();

        assertThat(weight(NOVA) - ninth).isPositive().isLessThan(first / 100);
    }

    @Test
    void whoComesBackAfterLongIsCountedAnew() {
        market.tell(Play.played("s1"));
        market.settle();
        double first = weight(NOVA);
        market.process.clock().advance(Duration.ofDays(300));
        market.tell(Play.played("s2"));
        market.settle();

        assertThat(weight(NOVA)).isGreaterThan(1_000 * first);
    }

    @Test
    void fewWhoCameLatelyAreMoreThanManyWhoCameLongAgo() {
        publishSage();
        for (int i = 0; i < 5; i++) {
            market.tell(Play.played("old" + i, UserId.of("player-" + i)));
        }
        market.settle();
        assertThat(popular()).containsExactly("Nova calls", "The expert");

        market.process.clock().advance(Duration.ofDays(120));
        sage("new", "player-0");
        market.settle();

        assertThat(popular()).containsExactly("The expert", "Nova calls");
    }

    @Test
    void anEventThatComesAgainCountsOnceAndOneThatComesLateIsNoNewPerson() {
        market.tell(Play.played("s1"));
        market.settle();
        double once = weight(NOVA);
        var late = market.outbox.stamp();
        market.process.clock().advance(Duration.ofDays(10));
        market.tell(Play.played("s2"));
        market.settle();
        double twice = weight(NOVA);

        market.process.store().transact(tx -> {
            market.outbox.append(tx, late, 1, Play.played("s0"));
            return late;
        });
        market.settle();

        assertThat(twice).isGreaterThan(once);
        assertThat(weight(NOVA)).isEqualTo(twice);
        assertThat(stats().totalHires()).isEqualTo(3);
    }

    @Test
    void manyAtOnceAreAllCounted() {
        for (int i = 0; i < 100; i++) {
            market.tell(Play.played("s" + i, UserId.of("player-" + i)));
        }
        market.settle();

        assertThat(stats().totalHires()).isEqualTo(100);
        assertThat(market.process.store().getAll(MarketplaceCollections.shards(NOVA_LISTING)))
                .hasSizeGreaterThan(4);
    }

    @Test
    void figuresOfBeforeAreLeftBehindButForTheRatings() throws JsonProcessingException {
        var before = market.foundation.json().readTree("""
                {"totalHires": 12, "endedSessions": 12, "playedSessions": 0, "ratingSum": 9, "ratingCount": 2,
                 "popularity": 350.5}""");

        var stats = market.foundation.json().treeToValue(before, ai.jiga.store.marketplace.model.ListingStats.class);

        assertThat(stats.chargedHires()).isZero();
        assertThat(stats.popularity()).isZero();
        assertThat(stats.successRate()).isNull();
        assertThat(stats.rating()).isEqualTo(4.5);
    }

    private void tell(String session, String reason, long answered, boolean failed) {
        market.tell(Play.ended(session, PLAYER.id(), "hired", reason, 60, answered, failed));
    }

    private void publishSage() {
        market.agents.put(Market.agent(SAGE, OWNER.id()));
        market.publish(SAGE, content("The expert", 8_000), null).orThrow();
    }

    private void sage(String session, String player) {
        SessionEnded nova = Play.played(session, UserId.of(player));
        market.tell(new SessionEnded(
                nova.sessionId(),
                SAGE,
                nova.playerId(),
                nova.ownerId(),
                nova.sessionType(),
                nova.reason(),
                nova.allocated(),
                nova.consumed(),
                nova.activeMillis(),
                nova.answered(),
                nova.failed()));
    }

    private List<String> popular() {
        var parameters = new SearchParameters();
        parameters.sortBy = "popular";
        return market.searching.search(SearchRequests.of(parameters)).orThrow().items().stream()
                .map(ListingCard::title)
                .toList();
    }

    private ListingCard.Stats stats() {
        return market.page(NOVA_LISTING).stats();
    }

    private double popularity(AgentId agent) {
        return listing(agent).stats().popularity();
    }

    private double weight(AgentId agent) {
        return listing(agent).stats().weight();
    }

    private Listing listing(AgentId agent) {
        return market.process
                .store()
                .get(MarketplaceCollections.LISTINGS.id(agent.value()))
                .orElseThrow()
                .value();
    }
}

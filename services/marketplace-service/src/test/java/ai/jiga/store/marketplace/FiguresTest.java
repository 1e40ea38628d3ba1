package ai.jiga.store.marketplace;

import static ai.jiga.store.marketplace.Market.NOVA;
import static ai.jiga.store.marketplace.Market.NOVA_LISTING;
import static ai.jiga.store.marketplace.Market.OWNER;
import static ai.jiga.store.marketplace.Market.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.session.ChargedSession;
import ai.jiga.store.contracts.user.UserRegistered;
import ai.jiga.store.contracts.user.UserUpdated;
import ai.jiga.store.idempotency.Answered;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.marketplace.model.Review;
import ai.jiga.store.marketplace.usecase.ReviewView;
import ai.jiga.store.marketplace.usecase.SubmitReview.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reviews, hires and how they show.
class FiguresTest {
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
    void aReviewShowsOnTheCardAndInTheList() {
        market.tell(new UserRegistered(PLAYER.id(), "Pat"));
        review("s1", 5);
        market.settle();

        var card = market.search("nova").items().getFirst();
        assertThat(card.stats().rating()).isEqualTo(5.0);
        assertThat(card.stats().ratingCount()).isEqualTo(1);
        ReviewView shown = market.reviews
                .list(PLAYER, NOVA_LISTING, 10, null)
                .orThrow()
                .items()
                .getFirst();
        assertThat(shown.rating()).isEqualTo(5);
        assertThat(shown.author()).isEqualTo(new ReviewView.Author("Pat"));
        assertThat(market.showing.show(PLAYER, NOVA_LISTING, true).orThrow().reviews())
                .containsExactly(shown);
    }

    @Test
    void ratingsAreAveragedAndCountedByBucket() {
        review("s1", 5);
        review("s2", 4);
        review("s3", 4);
        market.settle();

        var found = market.search("nova");
        assertThat(found.items().getFirst().stats().rating()).isEqualTo(4.33);
        assertThat(String.valueOf(found.facets().get("rating"))).contains("from=4, to=5, count=1");
    }

    @Test
    void aSessionIsReviewedOnce() {
        review("s1", 5);

        var again = market.reviewing.submit(Play.charged("s1", 100), words(1), null);

        assertThat(Market.refusal(again.outcome())).isEqualTo(ErrorCode.ALREADY_REVIEWED);
        market.settle();
        assertThat(market.page(NOVA_LISTING).stats().ratingCount()).isEqualTo(1);
    }

    @Test
    void theSameKeyReviewsOnceAndAnswersTheSame() {
        var key = market.key(PLAYER, "review", "k1", 5);

        Answered<Review> first = market.reviewing.submit(Play.charged("s1", 100), words(5), key);
        Answered<Review> second = market.reviewing.submit(Play.charged("s1", 100), words(5), key);

        assertThat(second.replayed()).isTrue();
        assertThat(second.outcome()).isEqualTo(first.outcome());
    }

    @Test
    void onlyWhoWasChargedReviewsAndOnlyWhenItIsOver() {
        ChargedSession charged = Play.charged("s1", 100);
        market.sessions.put(charged);
        market.sessions.put(Play.charged("free", 0));
        market.sessions.put(new ChargedSession(
                SessionId.of("running"), PLAYER.id(), OWNER.id(), NOVA, NOVA_LISTING, false, Dof.of(100)));
        market.sessions.put(
                new ChargedSession(SessionId.of("owned"), PLAYER.id(), OWNER.id(), NOVA, null, true, Dof.of(100)));

        assertThat(market.reviewing.authorise(PLAYER.id(), charged.id()).orThrow())
                .isEqualTo(charged);
        assertThat(Market.refusal(market.reviewing.authorise(OWNER.id(), charged.id())))
                .isEqualTo(ErrorCode.SESSION_NOT_FOUND);
        assertThat(Market.refusal(market.reviewing.authorise(PLAYER.id(), SessionId.of("free"))))
                .isEqualTo(ErrorCode.NOT_CHARGED);
        assertThat(Market.refusal(market.reviewing.authorise(PLAYER.id(), SessionId.of("running"))))
                .isEqualTo(ErrorCode.SESSION_NOT_SETTLED);
        assertThat(Market.refusal(market.reviewing.authorise(PLAYER.id(), SessionId.of("owned"))))
                .isEqualTo(ErrorCode.NOT_CHARGED);
    }

    @Test
    void hiresAreCountedAndHowManyWerePlayed() {
        for (int i = 0; i < 3; i++) {
            market.tell(Play.hired("s" + i));
            market.tell(Play.ended("s" + i, "hired", i == 0 ? 0 : 60_000));
        }
        market.tell(Play.ended("own", "owned", 60_000));
        market.settle();

        var stats = market.page(NOVA_LISTING).stats();
        assertThat(stats.totalHires()).isEqualTo(3);
        assertThat(stats.successRate()).isEqualTo(0.67);
    }

    @Test
    void manyAtOnceAreAllCounted() {
        for (int i = 0; i < 100; i++) {
            market.tell(Play.hired("s" + i));
        }
        market.settle();

        assertThat(market.page(NOVA_LISTING).stats().totalHires()).isEqualTo(100);
        assertThat(market.process.store().getAll(MarketplaceCollections.shards(NOVA_LISTING)))
                .hasSizeGreaterThan(4);
    }

    @Test
    void recentHiresCountMoreThanOldOnes() {
        for (int i = 0; i < 3; i++) {
            market.tell(Play.hired("old" + i));
        }
        market.settle();
        double before = popularity();
        market.process.clock().advance(Duration.ofDays(120));
        market.tell(Play.hired("new"));
        market.settle();

        assertThat(popularity() - before).isGreaterThan(before);
    }

    @Test
    void figuresStayWhenItIsPublishedAgain() {
        review("s1", 3);
        market.settle();
        market.unpublishing.unpublish(OWNER, NOVA, null).outcome().orThrow();
        market.publishNova();
        market.settle();

        assertThat(market.page(NOVA_LISTING).stats().ratingCount()).isEqualTo(1);
    }

    @Test
    void reviewsArePagedTheNewestFirst() {
        for (int i = 1; i <= 5; i++) {
            market.process.clock().advance(Duration.ofMinutes(1));
            review("s" + i, i);
        }
        var ratings = new ArrayList<Integer>();
        String cursor = null;
        do {
            var page = market.reviews.list(PLAYER, NOVA_LISTING, 2, cursor).orThrow();
            page.items().forEach(r -> ratings.add(r.rating()));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(ratings).isEqualTo(List.of(5, 4, 3, 2, 1));
    }

    @Test
    void aReviewerGoesByTheNameOfToday() {
        market.tell(new UserRegistered(PLAYER.id(), "Pat"));
        market.settle();
        market.tell(new UserUpdated(PLAYER.id(), "Patricia"));
        review("s1", 5);
        market.settle();

        assertThat(market.reviews.list(PLAYER, NOVA_LISTING, 10, null).orThrow().items())
                .extracting(ReviewView::author)
                .containsExactly(new ReviewView.Author("Patricia"));
    }

    private void review(String session, int rating) {
        market.reviewing
                .submit(Play.charged(session, 100), words(rating), null)
                .outcome()
                .orThrow();
    }

    private double popularity() {
        return market.process
                .store()
                .get(MarketplaceCollections.listing(NOVA_LISTING))
                .orElseThrow()
                .value()
                .stats()
                .popularity();
    }

    private static Words words(int rating) {
        return new Words(rating, "Kept its head", "Called the rush.", true);
    }
}

package ai.jiga.store.marketplace;

import static ai.jiga.store.marketplace.Market.NOVA;
import static ai.jiga.store.marketplace.Market.NOVA_LISTING;
import static ai.jiga.store.marketplace.Market.OWNER;
import static ai.jiga.store.marketplace.Market.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.session.ChargedSession;
import ai.jiga.store.contracts.user.UserRegistered;
import ai.jiga.store.contracts.user.UserUpdated;
import ai.jiga.store.idempotency.Answered;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.marketplace.model.Review;
import ai.jiga.store.marketplace.usecase.FindReview;
import ai.jiga.store.marketplace.usecase.ReviewView;
import ai.jiga.store.marketplace.usecase.SubmitReview.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reviews and how they show.
class ReviewsTest {
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
        review("s1", 5, UserId.of("p1"));
        review("s2", 4, UserId.of("p2"));
        review("s3", 4, UserId.of("p3"));
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
    void onesOwnReviewIsFoundByItsSessionAndNobodyElsesIs() {
        review("s1", 5);
        var finding = new FindReview(market.process.store());

        assertThat(finding.by(PLAYER.id(), SessionId.of("s1")).orThrow().rating())
                .isEqualTo(5);
        assertThat(Market.refusal(finding.by(PLAYER.id(), SessionId.of("s2")))).isEqualTo(ErrorCode.REVIEW_NOT_FOUND);
        assertThat(Market.refusal(finding.by(OWNER.id(), SessionId.of("s1")))).isEqualTo(ErrorCode.REVIEW_NOT_FOUND);
    }

    @Test
    void ofOnePersonsRatingsTheLatestCounts() {
        review("s1", 1);
        review("s2", 1);
        review("s3", 1);
        review("other", 5, UserId.of("another-player"));
        market.process.clock().advance(Duration.ofDays(1));
        review("s4", 4);
        market.settle();

        var page = market.showing.show(PLAYER, NOVA_LISTING, true).orThrow();
        assertThat(page.stats().ratingCount()).isEqualTo(2);
        assertThat(page.stats().rating()).isEqualTo(4.5);
        assertThat(page.reviews()).hasSize(5);
    }

    @Test
    void whoEarnsByAnAgentDoesNotReviewIt() {
        UserId creator = UserId.of("creator");
        market.agents.put(createdBy(creator));
        market.sessions.put(session("owners", OWNER.id(), OWNER.id(), NOVA_LISTING));
        market.sessions.put(session("owned", OWNER.id(), OWNER.id(), null));
        market.sessions.put(session("of-the-owner-before", OWNER.id(), PLAYER.id(), NOVA_LISTING));
        market.sessions.put(session("creators", creator, OWNER.id(), NOVA_LISTING));

        for (String own : List.of("owners", "owned", "of-the-owner-before")) {
            assertThat(Market.refusal(market.reviewing.authorise(OWNER.id(), SessionId.of(own))))
                    .as(own)
                    .isEqualTo(ErrorCode.CANNOT_REVIEW_OWN_AGENT);
        }
        assertThat(Market.refusal(market.reviewing.authorise(creator, SessionId.of("creators"))))
                .isEqualTo(ErrorCode.CANNOT_REVIEW_OWN_AGENT);
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
    void whoSaidNothingForLessThanAMinuteHasNothingToSay() {
        market.sessions.put(new ChargedSession(
                SessionId.of("looked-in"), PLAYER.id(), OWNER.id(), NOVA, NOVA_LISTING, true, Dof.of(1), false));

        assertThat(Market.refusal(market.reviewing.authorise(PLAYER.id(), SessionId.of("looked-in"))))
                .isEqualTo(ErrorCode.NOT_PLAYED);
    }

    @Test
    void onlyWhoWasChargedReviewsAndOnlyWhenItIsOver() {
        ChargedSession charged = Play.charged("s1", 100);
        market.sessions.put(charged);
        market.sessions.put(Play.charged("free", 0));
        market.sessions.put(new ChargedSession(
                SessionId.of("running"), PLAYER.id(), OWNER.id(), NOVA, NOVA_LISTING, false, Dof.of(100), true));
        market.sessions.put(new ChargedSession(
                SessionId.of("owned"), PLAYER.id(), OWNER.id(), NOVA, null, true, Dof.of(100), true));

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
        review(session, rating, PLAYER.id());
    }

    private void review(String session, int rating, UserId player) {
        market.reviewing
                .submit(session(session, player, OWNER.id(), NOVA_LISTING), words(rating), null)
                .outcome()
                .orThrow();
    }

    private static ChargedSession session(String id, UserId player, UserId owner, @Nullable ListingId listing) {
        return new ChargedSession(SessionId.of(id), player, owner, NOVA, listing, true, Dof.of(100), true);
    }

    private AgentView createdBy(UserId creator) {
        AgentView nova = Market.agent(NOVA, OWNER.id());
        return new AgentView(
                nova.id(),
                nova.ownerId(),
                creator,
                AgentId.of("base"),
                nova.name(),
                nova.description(),
                nova.imageUrl(),
                nova.rank(),
                nova.type(),
                nova.provider(),
                nova.nationality(),
                nova.language(),
                nova.voiceId(),
                nova.features(),
                nova.toolkit(),
                nova.specialization(),
                nova.baseRate(),
                nova.configuration(),
                nova.shown(),
                nova.listed(),
                nova.runtime(),
                nova.version());
    }

    private static Words words(int rating) {
        return new Words(rating, "Kept its head", "Called the rush.", true);
    }
}

package ai.jiga.store.agent;

import static ai.jiga.store.agent.AgentService.ANA;
import static ai.jiga.store.agent.AgentService.BOB;
import static ai.jiga.store.agent.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.agent.model.AgentVersion.Change;
import ai.jiga.store.agent.model.MarketplaceStatus;
import ai.jiga.store.agent.usecase.CountPerformance.Earnings.Month;
import ai.jiga.store.agent.usecase.CountPerformance.Metrics;
import ai.jiga.store.agent.usecase.OwnAgent;
import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.marketplace.AgentPublished;
import ai.jiga.store.contracts.marketplace.AgentUnpublished;
import ai.jiga.store.contracts.marketplace.ListingChanged;
import ai.jiga.store.contracts.session.AgentHired;
import ai.jiga.store.contracts.session.SessionEnded;
import ai.jiga.store.contracts.session.SessionStarted;
import ai.jiga.store.contracts.transaction.Distribution;
import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What agents do about what other services tell.
class AgentEventsTest {
    private static final ListingId LISTING = ListingId.of("listing-1");
    private static final UserId PLAYER = BOB.id();

    private final AgentService service = new AgentService().started();
    private final AgentId id = service.created(ANA, Drafts.valid()).id();

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aPublishedAgentSaysSo() {
        published();

        assertThat(status()).isEqualTo(MarketplaceStatus.PUBLISHED);
        assertThat(service.history.version(ANA, id, 2).orThrow().change()).isEqualTo(Change.LISTING_CHANGED);
        assertThat(service.find.ownedBy(ANA.id(), BOB, false, 20, null).items()).hasSize(1);
    }

    @Test
    void aPausedListingIsPublishedAndNotHirable() {
        published();

        service.hear(new ListingChanged(LISTING, id, "paused"));
        assertThat(status()).isEqualTo(new MarketplaceStatus(true, false));

        service.hear(new ListingChanged(LISTING, id, "active"));
        assertThat(status()).isEqualTo(MarketplaceStatus.PUBLISHED);
    }

    @Test
    void anUnpublishedAgentSaysSo() {
        published();

        service.hear(new AgentUnpublished(id, LISTING, ANA.id(), "Ember"));

        assertThat(status()).isEqualTo(MarketplaceStatus.UNPUBLISHED);
        assertThat(service.find.ownedBy(ANA.id(), BOB, false, 20, null).items()).isEmpty();
    }

    @Test
    void whatTheMarketplaceTellsAtOnceHoldsAtOnceAndItsOlderEventsChangeNothing() {
        service.listings.tell(id, ListingStatus.ACTIVE, 1_000_000);
        assertThat(view().listed()).isFalse();
        assertThat(status()).isEqualTo(MarketplaceStatus.PUBLISHED);

        service.listings.tell(id, ListingStatus.PAUSED, 1_000_001);
        published();
        service.hear(new ListingChanged(LISTING, id, "active"));

        assertThat(status()).isEqualTo(new MarketplaceStatus(true, false));
    }

    @Test
    void whatAnOperatorHasAHandOnIsNeitherPublishedNorHirable() {
        published();

        service.hear(new ListingChanged(LISTING, id, "suspended"));
        assertThat(status()).isEqualTo(MarketplaceStatus.UNPUBLISHED);

        service.hear(new ListingChanged(LISTING, id, "active"));
        service.hear(new ListingChanged(LISTING, id, "under_review"));
        assertThat(status()).isEqualTo(MarketplaceStatus.UNPUBLISHED);
    }

    @Test
    void onlyAnAgentThatSomethingAnswersForIsListedForOthers() {
        AgentId coached = service.created(ANA, Drafts.coached("Cinder")).id();
        published();
        service.listings.tell(coached, ListingStatus.ACTIVE, 1);

        assertThat(view().runtime()).isNull();
        assertThat(view().listed()).isFalse();
        assertThat(((OwnAgent) service.find.seenBy(ANA, id).orThrow()).marketplaceStatus())
                .isEqualTo(new MarketplaceStatus(true, false));
        AgentView other = service.find.find(coached).orElseThrow();
        assertThat(other.runtime()).isEqualTo(Provider.BUILTIN);
        assertThat(other.listed()).isTrue();

        service.listings.tell(coached, ListingStatus.PAUSED, 2);
        assertThat(service.find.find(coached).orElseThrow().listed()).isFalse();
    }

    @Test
    void whatChangesNothingIsNoVersion() {
        published();
        published();

        assertThat(service.stored(id).version()).isEqualTo(2);
    }

    @Test
    void aPublishedAgentIsNotDeleted() {
        published();

        assertRefused(service.delete.delete(ANA, id), ErrorCode.AGENT_IS_PUBLISHED);

        service.hear(new AgentUnpublished(id, LISTING, ANA.id(), "Ember"));
        assertThat(service.delete.delete(ANA, id).orThrow()).isEqualTo(id);
    }

    @Test
    void aHiredAgentIsNotDeletedUntilItsLastSessionHasEnded() {
        service.hear(new AgentHired(SessionId.of("s1"), LISTING, id, ANA.id(), PLAYER, Dof.of(1_000)));
        service.hear(new SessionStarted(SessionId.of("s1"), id, PLAYER, ANA.id(), "hired"));
        service.hear(new SessionStarted(SessionId.of("s2"), id, ANA.id(), ANA.id(), "owned"));
        assertRefused(service.delete.delete(ANA, id), ErrorCode.AGENT_IS_HIRED);

        service.hear(ended("s1", 0, 0));
        assertRefused(service.delete.delete(ANA, id), ErrorCode.AGENT_IS_HIRED);

        service.hear(ended("s2", 0, 0));
        assertThat(service.delete.delete(ANA, id).orThrow()).isEqualTo(id);
    }

    @Test
    void anAgentWithoutSessionsHasMetricsOfNothing() {
        assertThat(service.performance.metrics(ANA, id).orThrow())
                .isEqualTo(new Metrics(id, 0, new BigDecimal("0.00"), 0, Dof.ZERO));
        assertThat(service.performance.earnings(ANA, id).orThrow().months()).isEmpty();
    }

    @Test
    void metricsAreWhatItsSessionsAddUpTo() {
        for (int i = 1; i <= 20; i++) {
            service.hear(ended("session-" + i, 1_000_000, 100 + i));
        }

        Metrics metrics = service.performance.metrics(ANA, id).orThrow();

        assertThat(metrics.sessions()).isEqualTo(20);
        assertThat(metrics.activeMillis()).isEqualTo(20_000_000);
        assertThat(metrics.activeHours()).isEqualTo(new BigDecimal("5.55"));
        assertThat(metrics.dofConsumed()).isEqualTo(Dof.of(2_210));
    }

    @Test
    void whatTheOwnerPaysAndWhatNobodyPaysIsNoneOfTheAgentsFigures() {
        service.hear(ended("trial", PLAYER, "trial", 0));
        service.hear(ended("unpaid", PLAYER, "hired", 0));
        service.hear(ended("owned", ANA.id(), "owned", 500));
        service.hear(new TransactionCompleted(
                TransactionId.of("t-owned"),
                ANA.id(),
                "hire",
                Dof.of(500),
                SessionId.of("owned"),
                id,
                ANA.id(),
                new Distribution(Dof.ZERO, Dof.of(500), Dof.ZERO)));

        assertThat(service.performance.metrics(ANA, id).orThrow().sessions()).isZero();
        assertThat(service.performance.metrics(ANA, id).orThrow().activeMillis())
                .isZero();
        assertThat(service.performance.earnings(ANA, id).orThrow().sessions()).isZero();
        assertThat(service.performance.earnings(ANA, id).orThrow().consumed()).isEqualTo(Dof.ZERO);
    }

    @Test
    void earningsAreWhatSettlementsGaveTheOwnerByMonthTheLatestFirst() {
        settled("t1", 70, 25, 5);
        settled("t2", 700, 250, 50);
        service.process.clock().advance(Duration.ofDays(31));
        settled("t3", 7, 2, 1);

        var earnings = service.performance.earnings(ANA, id).orThrow();

        assertThat(earnings.earned()).isEqualTo(Dof.of(777));
        assertThat(earnings.consumed()).isEqualTo(Dof.of(1_110));
        assertThat(earnings.sessions()).isEqualTo(3);
        assertThat(earnings.currency()).isEqualTo("DOF");
        assertThat(earnings.months())
                .containsExactly(
                        new Month("2026-07", 1, Dof.of(10), Dof.of(7)),
                        new Month("2026-06", 2, Dof.of(1_100), Dof.of(770)));
    }

    @Test
    void whatAnOwnerPlaysWithTheOwnAgentIsNoEarning() {
        settled("t1", 0, 70, 0);

        assertThat(service.performance.earnings(ANA, id).orThrow().sessions()).isZero();
        assertThat(service.performance.earnings(ANA, id).orThrow().consumed()).isEqualTo(Dof.ZERO);
    }

    @Test
    void whatIsNoSettlementEarnsNothing() {
        service.hear(new TransactionCompleted(
                TransactionId.of("t1"), PLAYER, "purchase", Dof.of(500_000), null, null, null, null));
        service.hear(new TransactionCompleted(
                TransactionId.of("t2"), PLAYER, "variant_creation", Dof.of(500_000), null, id, null, null));

        assertThat(service.performance.earnings(ANA, id).orThrow().consumed()).isEqualTo(Dof.ZERO);
    }

    @Test
    void aPersonsFiguresAreWhatThePersonPlayedAndWhatOthersPlayedWithThePersonsAgents() {
        service.hear(ended("s1", 3_600_000, 100));
        settled("t1", 70, 25, 5);
        service.hear(ended("s2", PLAYER, "trial", 0));
        service.hear(ended("s3", ANA.id(), "owned", 500));
        service.hear(ended("never", PLAYER, "hired", 0, 0));
        published();

        var player = service.figures.of(PLAYER);
        assertThat(player.player().sessions()).isEqualTo(2);
        assertThat(player.player().hires()).isEqualTo(1);
        assertThat(player.player().trials()).isEqualTo(1);
        assertThat(player.player().activeHours()).isEqualTo(new BigDecimal("1.01"));
        assertThat(player.player().dofSpent()).isEqualTo(Dof.of(100));
        assertThat(player.player().since()).isNotNull();
        assertThat(player.owner().hires()).isZero();
        assertThat(player.owner().since()).isNull();

        var owner = service.figures.of(ANA.id());
        assertThat(owner.player().dofSpent()).isEqualTo(Dof.of(500));
        assertThat(owner.player().hires()).isZero();
        assertThat(owner.owner().agents()).isEqualTo(1);
        assertThat(owner.owner().published()).isEqualTo(1);
        assertThat(owner.owner().hires()).isEqualTo(1);
        assertThat(owner.owner().activeHours()).isEqualTo(new BigDecimal("1.00"));
        assertThat(owner.owner().dofConsumed()).isEqualTo(Dof.of(100));
        assertThat(owner.owner().dofEarned()).isEqualTo(Dof.of(70));
    }

    @Test
    void withStatsTheOwnerSeesBothInShort() {
        service.hear(ended("s1", 3_600_000, 100));
        settled("t1", 70, 25, 5);

        var seen = service.performance.stats(ANA, id).orThrow();

        assertThat(seen.agent()).isEqualTo(service.find.seenBy(ANA, id).orThrow());
        assertThat(seen.stats().sessions()).isEqualTo(1);
        assertThat(seen.stats().activeHours()).isEqualTo(new BigDecimal("1.00"));
        assertThat(seen.stats().dofConsumed()).isEqualTo(Dof.of(100));
        assertThat(seen.stats().dofEarned()).isEqualTo(Dof.of(70));
        assertThat(service.foundation.json().valueToTree(seen).path("name").asText())
                .isEqualTo("Ember");
    }

    @Test
    void ofADeletedAgentNothingIsKeptUpToDateAndNothingFails() {
        service.delete.delete(ANA, id).orThrow();

        published();

        assertThat(service.stored(id).marketplaceStatus()).isEqualTo(MarketplaceStatus.UNPUBLISHED);
    }

    private void published() {
        service.hear(new AgentPublished(id, LISTING, ANA.id(), "Ember", Rank.SILVER, AgentType.ASSISTANT));
    }

    private SessionEnded ended(String session, long millis, long consumed) {
        return new SessionEnded(
                SessionId.of(session),
                id,
                PLAYER,
                ANA.id(),
                "hired",
                "player",
                Dof.of(10_000),
                Dof.of(consumed),
                millis,
                3,
                false);
    }

    private SessionEnded ended(String session, UserId player, String type, long consumed) {
        return ended(session, player, type, consumed, 60_000);
    }

    private SessionEnded ended(String session, UserId player, String type, long consumed, long millis) {
        return new SessionEnded(
                SessionId.of(session),
                id,
                player,
                ANA.id(),
                type,
                "ended_by_player",
                Dof.of(10_000),
                Dof.of(consumed),
                millis,
                3,
                false);
    }

    private void settled(String transaction, long owner, long platform, long creator) {
        service.hear(new TransactionCompleted(
                TransactionId.of(transaction),
                PLAYER,
                "hire",
                Dof.of(owner + platform + creator),
                SessionId.of("session-" + transaction),
                id,
                ANA.id(),
                new Distribution(Dof.of(owner), Dof.of(platform), Dof.of(creator))));
    }

    private AgentView view() {
        return service.find.find(id).orElseThrow();
    }

    private MarketplaceStatus status() {
        return service.stored(id).marketplaceStatus();
    }
}

package ai.jiga.store.marketplace;

import static ai.jiga.store.marketplace.Market.NOVA;
import static ai.jiga.store.marketplace.Market.NOVA_LISTING;
import static ai.jiga.store.marketplace.Market.OWNER;
import static ai.jiga.store.marketplace.Market.PLAYER;
import static ai.jiga.store.marketplace.Market.content;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.ListingChanges;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.marketplace.usecase.HireAgent.Wish;
import ai.jiga.store.marketplace.usecase.ListingCard;
import ai.jiga.store.web.IfMatch;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is sold on a store that has its own coach connected and nothing else.
class WhoAnswersTest {
    @TempDir
    Path folder;

    private Market market;

    @BeforeEach
    void open() {
        market = new Market(folder, Runtimes.BUILTIN).started();
        market.agents.put(nova(Provider.GEMINI, null));
    }

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void anAgentForWhichNothingAnswersStaysADraft() {
        var refusal = Market.rejection(market.publish(content("Nova calls", 8_000)));

        assertThat(refusal.code()).isEqualTo(ErrorCode.RUNTIME_NOT_CONNECTED);
        assertThat(refusal.detail()).contains("gemini", "builtin");
        assertThat(market.agents.standing(NOVA)).isEmpty();
        assertThat(Market.refusal(market.showing.show(PLAYER, NOVA_LISTING, false)))
                .isEqualTo(ErrorCode.LISTING_NOT_FOUND);
    }

    @Test
    void aSystemAgentAndItsVariantsAreAnsweredByTheCoachAndSaySo() {
        market.agents.put(FakeAgents.standing(
                Market.agent(nova(Provider.GEMINI, null), "Ember", Rank.GOLD, Dof.of(7_000), AgentId.of("base"), 1),
                false,
                false,
                Provider.BUILTIN));

        market.publish(content("Ember calls", 7_000)).orThrow();
        market.settle();

        ListingCard.Agent shown = market.search("ember").items().getFirst().agent();
        assertThat(shown.provider()).isEqualTo(Provider.GEMINI);
        assertThat(shown.runtime()).isEqualTo(Provider.BUILTIN);
        assertThat(market.page(NOVA_LISTING).agent()).isEqualTo(shown);
        assertThat(market.page(NOVA_LISTING).availability().isAvailable()).isTrue();
    }

    @Test
    void whatWasPublishedBeforeIsNotHiredAndSaysWhy() {
        publishedBefore();

        var page = market.showing.show(PLAYER, NOVA_LISTING, false).orThrow();
        assertThat(page.agent().runtime()).isNull();
        assertThat(page.availability().isAvailable()).isFalse();
        assertThat(page.availability().reason()).isEqualTo(ListingCard.Reason.RUNTIME_NOT_CONNECTED);
        var listing = market.hiring.find(NOVA_LISTING).orThrow();
        var hired = market.hiring.hire(PLAYER, listing, new Wish(Dof.of(8_000), null, null, null), null);
        assertThat(Market.refusal(hired.outcome())).isEqualTo(ErrorCode.RUNTIME_NOT_CONNECTED);
        assertThat(market.sessions.hires).isEmpty();
    }

    @Test
    void whatIsPausedDoesNotGoOnUntilSomethingAnswers() {
        publishedBefore();
        market.editing.edit(OWNER, NOVA_LISTING, paused(true), IfMatch.ANY).orThrow();

        assertThat(Market.refusal(market.editing.edit(OWNER, NOVA_LISTING, paused(false), IfMatch.ANY)))
                .isEqualTo(ErrorCode.RUNTIME_NOT_CONNECTED);
    }

    @Test
    void aPublishedAgentThatAsksForAnotherProviderIsPaused() {
        market.agents.put(nova(Provider.BUILTIN, Provider.BUILTIN));
        market.publish(content("Nova calls", 8_000)).orThrow();
        market.settle();
        assertThat(market.page(NOVA_LISTING).agent().runtime()).isEqualTo(Provider.BUILTIN);

        market.change(Market.agent(nova(Provider.OPENAI, null), "Nova", Rank.GOLD, Dof.of(8_000), null, 2));
        market.settle();

        assertThat(market.page(NOVA_LISTING).status()).isEqualTo(ListingStatus.PAUSED);
        assertThat(market.found("")).isEmpty();
    }

    private void publishedBefore() {
        var listing = Listing.published(
                nova(Provider.GEMINI, null),
                content("Nova calls", 8_000),
                market.process.clock().instant());
        market.process.store().transact(tx -> {
            tx.set(MarketplaceCollections.listing(NOVA_LISTING), listing);
            return listing;
        });
    }

    private static AgentView nova(Provider provider, @Nullable Provider runtime) {
        AgentView nova = Market.agent(NOVA, UserId.of("owner"));
        return new AgentView(
                nova.id(),
                nova.ownerId(),
                nova.creatorId(),
                null,
                nova.name(),
                nova.description(),
                nova.imageUrl(),
                nova.rank(),
                nova.type(),
                provider,
                nova.nationality(),
                nova.language(),
                nova.voiceId(),
                nova.features(),
                nova.toolkit(),
                nova.specialization(),
                nova.baseRate(),
                nova.configuration(),
                false,
                false,
                runtime,
                1);
    }

    private static ListingChanges paused(boolean paused) {
        return new ListingChanges(null, null, null, null, null, null, null, paused);
    }
}

package ai.jiga.store.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.agent.Specialization;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.marketplace.inbound.SearchParameters;
import ai.jiga.store.marketplace.inbound.SearchRequests;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.ListingStats;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.marketplace.usecase.ListingCard;
import ai.jiga.store.marketplace.usecase.SearchListings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The marketplace while its search engine is away.
class BrowsingTest {
    @TempDir
    Path folder;

    private Market market;

    @BeforeEach
    void open() {
        market = new Market(folder).started();
        assistant("amber", Rank.SILVER, 5_000, 4, "Call of Duty", "Pok\u00e9mon");
        assistant("birch", Rank.GOLD, 8_000, 5, "Valorant");
        assistant("cedar", Rank.GOLD, 9_000, 5, "VALORANT ", "Chess");
        assistant("dune", Rank.GOLD, 8_500, 0, "Chess");
        AgentView sage = Market.specialist(
                AgentId.of("sage"),
                new Specialization(List.of("Valorant"), "Entry, Retakes", Specialization.SpecialistType.TRAINED));
        market.agents.put(sage);
        market.publish(sage.id(), Market.content("sage", 15_000), null).orThrow();
        rate("sage", 3);
        market.settle();
    }

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void theBestRatedAreBrowsedAndTheAnswerSaysSo() {
        market.index.goAway();
        SearchListings.Found found = search(all -> {}).orThrow();
        assertThat(titles(found)).containsExactly("birch", "cedar", "amber", "sage", "dune");
        assertThat(found.degraded()).isTrue();
        assertThat(found.relaxed()).isFalse();
        assertThat(found.total()).isNull();
        assertThat(found.facets()).isEmpty();

        market.index.comeBack();
        found = search(all -> {}).orThrow();
        assertThat(found.degraded()).isFalse();
        assertThat(found.total()).isEqualTo(5);
    }

    @Test
    void whatIsFilteredForIsTheSameWithAndWithoutASearchEngine() {
        List<Consumer<SearchParameters>> questions = List.of(
                p -> p.game = List.of("valorant"),
                p -> p.game = List.of("POKE\u0301MON"),
                p -> p.game = List.of("Chess", "Call of Duty"),
                p -> p.game = List.of("Go"),
                p -> p.specialization = List.of("retakes"),
                p -> {
                    p.game = List.of("Valorant");
                    p.specialization = List.of("Entry");
                },
                p -> {
                    p.game = List.of("Chess");
                    p.specialization = List.of("Entry");
                },
                p -> {
                    p.game = List.of("Valorant");
                    p.rank = List.of("gold");
                    p.maxPrice = "8000";
                },
                p -> p.rank = List.of("Gold", "Silver"),
                p -> p.rank = List.of("Bronze"),
                p -> p.type = List.of("specialist"),
                p -> p.provider = List.of("openai"),
                p -> p.tag = List.of("CALLER"),
                p -> p.category = List.of("shooters"),
                p -> p.nationality = List.of("british"),
                p -> p.hasVoiceChat = "true",
                p -> p.hasCommentator = "true",
                p -> {
                    p.minPrice = "5001";
                    p.maxPrice = "8999";
                },
                p -> p.minRating = "4");
        for (Consumer<SearchParameters> question : questions) {
            market.index.comeBack();
            SearchListings.Found searched = search(question).orThrow();
            market.index.goAway();
            assertThat(titles(search(question).orThrow()))
                    .as("question %d", questions.indexOf(question))
                    .containsExactlyInAnyOrderElementsOf(titles(searched));
        }
    }

    @Test
    void pagesGoOnWithoutASearchEngineAndAlsoWhenItIsBack() {
        market.index.goAway();
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            String after = cursor;
            SearchListings.Found page = search(p -> {
                        p.limit = "2";
                        p.cursor = SearchRequests.seal(after, p);
                    })
                    .orThrow();
            assertThat(page.degraded()).isTrue();
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            seen.addAll(titles(page));
            cursor = page.nextCursor();
            market.index.comeBack();
        } while (cursor != null);
        assertThat(seen).containsExactly("birch", "cedar", "amber", "sage", "dune");
    }

    @Test
    void aPageOfWhatNoIndexFiltersByGoesOnToTheLast() {
        market.index.goAway();
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            String after = cursor;
            SearchListings.Found page = search(p -> {
                        p.limit = "1";
                        p.maxPrice = "8500";
                        p.cursor = SearchRequests.seal(after, p);
                    })
                    .orThrow();
            seen.addAll(titles(page));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(seen).containsExactly("birch", "amber", "dune");
    }

    @Test
    void whatTakesASearchEngineIsRefusedForAWhile() {
        String engines = search(p -> p.limit = "1").orThrow().nextCursor();
        market.index.goAway();
        List<Outcome<?>> refused = List.of(
                search(p -> p.q = "amber"),
                search(p -> p.sortBy = "price_asc"),
                search(p -> p.sortBy = "newest"),
                search(p -> p.page = "2"),
                search(p -> {
                    p.limit = "1";
                    p.cursor = SearchRequests.seal(engines, p);
                }),
                market.searching.suggest("am", 5));
        for (Outcome<?> each : refused) {
            Rejection rejection = Market.rejection(each);
            assertThat(rejection.code()).isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(rejection.extra()).containsEntry("retryAfterSeconds", 5);
            assertThat(rejection.detail()).contains("away for the moment").containsIgnoringCase("try again in some");
        }
        assertThat(search(p -> p.sortBy = "rating").orThrow().items()).hasSize(5);
        assertThat(search(p -> {
                            p.q = " ";
                            p.page = "1";
                        })
                        .orThrow()
                        .items())
                .hasSize(5);
    }

    @Test
    void whatIsNotOnTheMarketIsNotBrowsedEither() {
        market.index.goAway();
        market.unpublishing
                .unpublish(Market.OWNER, AgentId.of("birch"), null)
                .outcome()
                .orThrow();
        assertThat(titles(search(p -> {}).orThrow())).containsExactly("cedar", "amber", "sage", "dune");
        assertThat(titles(search(p -> p.game = List.of("Valorant")).orThrow())).containsExactly("cedar", "sage");
    }

    private Outcome<SearchListings.Found> search(Consumer<SearchParameters> question) {
        var parameters = new SearchParameters();
        question.accept(parameters);
        return market.searching.search(SearchRequests.of(parameters));
    }

    private static List<String> titles(SearchListings.Found found) {
        return found.items().stream().map(ListingCard::title).toList();
    }

    private void assistant(String name, Rank rank, long rate, int rating, String... games) {
        AgentView agent =
                Market.agent(Market.agent(AgentId.of(name), Market.OWNER.id()), name, rank, Dof.of(rate), null, 1);
        market.agents.put(agent);
        market.publish(agent.id(), Market.content(name, rate, games), null).orThrow();
        if (rating > 0) {
            rate(name, rating);
        }
    }

    /// As two people did.
    private void rate(String name, int rating) {
        var ref = MarketplaceCollections.listing(ListingId.of(name));
        market.process.store().transact(tx -> {
            Listing listing = tx.get(ref).orElseThrow().value();
            Listing rated = listing.counted(new ListingStats(2, 2, 2, 2L * rating, 2, 1), listing.updatedAt());
            tx.set(ref, rated);
            return rated;
        });
        market.indexing.show(ListingId.of(name));
    }
}

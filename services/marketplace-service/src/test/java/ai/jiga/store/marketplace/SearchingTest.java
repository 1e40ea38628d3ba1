package ai.jiga.store.marketplace;

import static ai.jiga.store.marketplace.Market.NOVA;
import static ai.jiga.store.marketplace.Market.NOVA_LISTING;
import static ai.jiga.store.marketplace.Market.OWNER;
import static ai.jiga.store.marketplace.Market.PLAYER;
import static ai.jiga.store.marketplace.Market.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.contracts.agent.Specialization;
import ai.jiga.store.contracts.agent.Specialization.SpecialistType;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.RejectedException;
import ai.jiga.store.marketplace.inbound.SearchParameters;
import ai.jiga.store.marketplace.inbound.SearchRequests;
import ai.jiga.store.marketplace.model.ListingSearch;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.marketplace.usecase.IndexListings;
import ai.jiga.store.marketplace.usecase.ListingCard;
import ai.jiga.store.marketplace.usecase.SearchListings;
import ai.jiga.store.search.SearchIndex;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.lucene.LuceneSearch;
import ai.jiga.store.text.TextKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchingTest {
    private static final AgentId SAGE = AgentId.of("sage");
    private static final AgentId RIVAL = AgentId.of("rival");

    @TempDir
    Path folder;

    private Market market;

    @BeforeEach
    void open() {
        market = new Market(folder).started();
        var expert = new Specialization(List.of("Call of Duty"), "Warzone, Search & Destroy", SpecialistType.TRAINED);
        market.agents.put(Market.specialist(SAGE, expert));
        market.publish(content("Calm caller", 8_000, "Valorant")).orThrow();
        market.publish(SAGE, content("The expert", 15_000), null).orThrow();
        market.settle();
    }

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void aTypoIsForgiven() {
        assertThat(market.found("call of dutty")).containsExactly("The expert");
        assertThat(market.found("cod")).containsExactly("The expert");
        assertThat(market.found("valornt")).containsExactly("Calm caller");
    }

    @Test
    void aSentenceFindsWhatItIsAbout() {
        assertThat(market.search("best agent for valorant").relaxed()).isFalse();
        assertThat(market.found("best agent for valorant")).containsExactly("Calm caller");
        assertThat(market.search("caller for fps").relaxed()).isTrue();
        assertThat(market.found("caller for fps")).contains("Calm caller");
        assertThat(market.found("callofduty")).containsExactly("The expert");
        assertThat(market.found("quantum physics")).isEmpty();
    }

    @Test
    void nameTitleTagsSpecializationsAndGamesAreSearched() {
        assertThat(market.found("sage")).containsExactly("The expert");
        assertThat(market.found("calm nova")).containsExactly("Calm caller");
        assertThat(market.found("warz")).containsExactly("The expert");
        assertThat(market.found("tells your team")).hasSize(2);
        assertThat(market.found("")).hasSize(2);
    }

    @Test
    void aCardShowsTheListingAndWhatWasFound() {
        ListingCard card = market.search("expert").items().getFirst();

        assertThat(card.title()).isEqualTo("The expert");
        assertThat(card.agent().name()).isEqualTo("Sage");
        assertThat(card.specializations()).containsExactly("Warzone", "Search & Destroy");
        assertThat(card.games()).containsExactly("Call of Duty");
        assertThat(card.pricing().unit()).isEqualTo("hour");
        assertThat(card.highlights()).containsEntry("title", "The <em>expert</em>");
    }

    @Test
    void facetsAreCountedEachWithoutItsOwnFilter() {
        var parameters = new SearchParameters();
        parameters.rank = List.of("Gold");
        var found = market.searching.search(SearchRequests.of(parameters)).orThrow();

        assertThat(found.total()).isEqualTo(1);
        assertThat(found.facets().get("rank")).isEqualTo(Map.of("Gold", 1L, "Platinum", 1L));
        assertThat(found.facets().get("type")).isEqualTo(Map.of("Assistant", 1L));
        assertThat(found.facets().get("hasVoiceChat")).isEqualTo(Map.of("true", 1L));
        assertThat(String.valueOf(found.facets().get("price"))).contains("from=8000, to=11999, count=1");
        assertThat(found.facets()).containsKeys("provider", "games", "rating", "hasCommentator");
    }

    @Test
    void aSpecialistIsFoundByTheGamesThatItIsOneOf() {
        market.publish(SAGE, content("The expert", 15_000, "Fortnite"), null).orThrow();
        market.settle();

        assertThat(titles(p -> p.game = List.of("Fortnite"))).isEmpty();
        assertThat(market.found("fortnite")).isEmpty();
        assertThat(titles(p -> p.game = List.of("Call of Duty"))).containsExactly("The expert");
    }

    @Test
    void spellingsOfAGameAreOneFacetAndOneFilter() {
        market.publish(content("Calm caller", 8_000, "VALORANT ", "Poke\u0301mon"))
                .orThrow();
        market.agents.put(Market.agent(RIVAL, Market.OWNER.id()));
        market.publish(RIVAL, content("Loud caller", 8_000, "Valorant", "Pok\u00e9mon"), null)
                .orThrow();
        market.settle();

        var games =
                (Map<?, ?>) Objects.requireNonNull(market.search("").facets().get("games"));
        assertThat(games.keySet())
                .extracting(game -> TextKey.of((String) game))
                .containsExactlyInAnyOrder("call of duty", "valorant", "pok\u00e9mon");
        assertThat(games.values().stream().toList()).isEqualTo(List.of(2L, 2L, 1L));
        for (String spelling : List.of("valorant", "VALORANT", "Valorant ", "Pok\u00e9mon", "POKE\u0301MON")) {
            assertThat(titles(p -> p.game = List.of(spelling))).as(spelling).hasSize(2);
        }
        assertThat(titles(p -> p.tag = List.of("CALLER"))).hasSize(3);
    }

    @Test
    void aPriceBucketCountsWhatItsOwnEndsFind() {
        for (int price : List.of(8_000, 8_001, 11_000)) {
            market.publish(content("Costs " + price, price)).orThrow();
            market.settle();
            Object buckets = Objects.requireNonNull(market.search("").facets().get("price"));
            for (Object each : (List<?>) buckets) {
                var bucket = (SearchListings.Bucket) each;
                var parameters = new SearchParameters();
                parameters.minPrice = String.valueOf(bucket.from());
                parameters.maxPrice = bucket.to() == null ? null : String.valueOf(bucket.to());
                assertThat(market.searching
                                .search(SearchRequests.of(parameters))
                                .orThrow()
                                .total())
                        .as("%s at %d", bucket, price)
                        .isEqualTo(bucket.count());
            }
        }
    }

    @Test
    void everyFilterFilters() {
        assertThat(titles(p -> p.game = List.of("Call of Duty"))).containsExactly("The expert");
        assertThat(titles(p -> p.type = List.of("Specialist"))).containsExactly("The expert");
        assertThat(titles(p -> p.provider = List.of("gemini"))).containsExactly("Calm caller");
        assertThat(titles(p -> p.provider = List.of("gemini", "openai"))).hasSize(2);
        assertThat(titles(p -> p.specialization = List.of("Warzone"))).containsExactly("The expert");
        assertThat(titles(p -> p.nationality = List.of("British"))).containsExactly("Calm caller");
        assertThat(titles(p -> p.category = List.of("sports"))).isEmpty();
        assertThat(titles(p -> p.tag = List.of("caller"))).hasSize(2);
        assertThat(titles(p -> p.minPrice = "8001")).containsExactly("The expert");
        assertThat(titles(p -> p.maxPrice = "8000")).containsExactly("Calm caller");
        assertThat(titles(p -> p.hasCommentator = "true")).isEmpty();
        assertThat(titles(p -> p.minRating = "1")).isEmpty();
    }

    @Test
    void everySortSorts() {
        assertThat(titles(p -> p.sortBy = "price_asc")).containsExactly("Calm caller", "The expert");
        assertThat(titles(p -> p.sortBy = "price_desc")).containsExactly("The expert", "Calm caller");
        market.process.clock().advance(Duration.ofDays(1));
        market.unpublishing.unpublish(OWNER, NOVA, null).outcome().orThrow();
        market.publish(content("Calm caller", 8_000)).orThrow();
        market.tell(Play.played("s1"));
        market.settle();
        assertThat(titles(p -> p.sortBy = "newest")).containsExactly("Calm caller", "The expert");
        assertThat(titles(p -> p.sortBy = "popular")).containsExactly("Calm caller", "The expert");
        assertThat(titles(p -> p.sortBy = "rating")).hasSize(2);
    }

    @Test
    void aMistakeInAParameterIsNamed() {
        refused(p -> p.rank = List.of("Gould"), "rank");
        refused(p -> p.sortBy = "luck", "sortBy");
        refused(p -> p.minPrice = "cheap", "minPrice");
        refused(p -> p.maxPrice = "-1", "maxPrice");
        refused(p -> p.minRating = "6.5", "minRating");
        refused(p -> p.page = "0", "page");
        refused(p -> p.page = "1000", "page");
        refused(p -> p.hasVoiceChat = "yes", "hasVoiceChat");
        refused(p -> p.limit = "101", "limit");
        refused(p -> p.q = "x".repeat(301), "q");
    }

    @Test
    void pagesAndCursorsWalkThroughAll() {
        var first = new SearchParameters();
        first.limit = "1";
        var one = market.searching.search(SearchRequests.of(first)).orThrow();
        var second = new SearchParameters();
        second.limit = "1";
        second.cursor = SearchRequests.seal(one.nextCursor(), second);
        var two = market.searching.search(SearchRequests.of(second)).orThrow();
        var paged = new SearchParameters();
        paged.limit = "1";
        paged.page = "2";

        assertThat(one.items()).hasSize(1);
        assertThat(two.items()).hasSize(1).doesNotContainAnyElementsOf(one.items());
        assertThat(two.nextCursor()).isNull();
        assertThat(market.searching.search(SearchRequests.of(paged)).orThrow().items())
                .isEqualTo(two.items());
        var other = new SearchParameters();
        other.q = "expert";
        other.cursor = second.cursor;
        assertThatThrownBy(() -> SearchRequests.of(other)).isInstanceOf(RejectedException.class);
    }

    @Test
    void namesAreSuggested() {
        assertThat(market.searching.suggest("no", 5).orThrow()).containsExactly("Nova");
        assertThat(market.searching.suggest("", 5).orThrow()).containsExactlyInAnyOrder("Nova", "Sage");
    }

    @Test
    void whatWasTakenDownIsNotFound() {
        market.unpublishing.unpublish(OWNER, NOVA, null).outcome().orThrow();

        // The index does not know yet; the documents do.
        assertThat(market.found("valorant")).isEmpty();
        market.settle();
        assertThat(market.search("").total()).isEqualTo(1);
    }

    @Test
    void anIndexThatLostItsLastChangesReadsThemAgain() {
        market.indexing.catchUp();
        market.publish(content("Calm leader", 9_000)).orThrow();
        market.settle();
        assertThat(market.found("leader")).hasSize(1);
        // Not committed: as after kill -9.
        market.index.close();

        try (SearchIndex reopened = LuceneSearch.open(folder).open(ListingSearch.INDEX)) {
            assertThat(count(reopened, "leader")).isZero();
            new IndexListings(market.process.store(), reopened).catchUp();
            assertThat(count(reopened, "leader")).isEqualTo(1);
            assertThat(count(reopened, "")).isEqualTo(2);
        }
    }

    @Test
    void anIndexThatKnowsOfATakenDownListingForgetsIt() {
        market.indexing.catchUp();
        // As after kill -9: the event waits, and the index was not told.
        market.process.queue().close();
        market.unpublishing.unpublish(OWNER, NOVA, null).outcome().orThrow();
        market.index.close();

        try (SearchIndex reopened = LuceneSearch.open(folder).open(ListingSearch.INDEX)) {
            assertThat(count(reopened, "")).isEqualTo(2);
            new IndexListings(market.process.store(), reopened).catchUp();
            assertThat(count(reopened, "")).isEqualTo(1);
        }
    }

    @Test
    void aMissingIndexIsBuiltFromTheListings(@TempDir Path empty) {
        try (SearchIndex fresh = LuceneSearch.open(empty).open(ListingSearch.INDEX)) {
            var indexing = new IndexListings(market.process.store(), fresh);
            indexing.catchUp();
            assertThat(count(fresh, "")).isEqualTo(2);
            assertThat(fresh.position()).isPresent();
            var position = fresh.position();
            indexing.catchUp();
            assertThat(fresh.position()).isEqualTo(position);
        }
    }

    @Test
    void theChangeTimeOfAListingIsThatOfItsCommit() {
        var listing = market.process
                .store()
                .get(MarketplaceCollections.listing(NOVA_LISTING))
                .orElseThrow();

        assertThat(listing.value().changedAt()).isEqualTo(listing.updatedAt());
    }

    @Test
    void pageViewsAreToldOfLaterTogetherAndNotForTheirOwner() {
        market.settle();
        market.showing.show(PLAYER, NOVA_LISTING, false).orThrow();
        market.showing.show(Caller.ANONYMOUS, NOVA_LISTING, false).orThrow();
        market.showing.show(OWNER, NOVA_LISTING, false).orThrow();
        assertThat(market.process.outbox()).isEmpty();
        market.process.queue().close();

        market.views.flush();

        assertThat(market.process.outbox()).singleElement().satisfies(entry -> {
            assertThat(entry.event().type()).isEqualTo("listing.viewed");
            assertThat(entry.event().data().path("views").asInt()).isEqualTo(2);
        });
    }

    private List<String> titles(Consumer<SearchParameters> set) {
        var parameters = new SearchParameters();
        set.accept(parameters);
        return market.searching.search(SearchRequests.of(parameters)).orThrow().items().stream()
                .map(ListingCard::title)
                .toList();
    }

    private static void refused(Consumer<SearchParameters> set, String name) {
        var parameters = new SearchParameters();
        set.accept(parameters);
        assertThatThrownBy(() -> SearchRequests.of(parameters)).isInstanceOfSatisfying(RejectedException.class, e -> {
            assertThat(e.rejection().code().status()).isEqualTo(400);
            assertThat(e.rejection().detail()).contains(name);
        });
    }

    private static long count(SearchIndex index, String text) {
        return index.search(SearchRequest.builder().text(text).build()).total();
    }
}

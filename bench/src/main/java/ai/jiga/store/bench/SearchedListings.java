package ai.jiga.store.bench;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.NumberRange;
import ai.jiga.store.search.SearchDocument;
import ai.jiga.store.search.SearchIndex;
import ai.jiga.store.search.TermKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/// Listings to search in: an index as the marketplace declares it, and descriptions of a hundred words.
final class SearchedListings {
    static final IndexDefinition INDEX = IndexDefinition.named("listings")
            .text("name", "title", "description", "tags", "specializations", "games")
            .termFacets("rank", "games")
            .keyed(new TermKey("lower case", game -> game.toLowerCase(Locale.ROOT)), "games")
            .booleanFacets("hasVoiceChat")
            .rangeFacet(
                    "price",
                    NumberRange.between(0, 4_499),
                    NumberRange.between(4_500, 7_999),
                    NumberRange.atLeast(8_000))
            .ranking("popularity", "rating")
            .languages("en", "de", "es", "fr")
            .stopWords("agent", "best")
            .synonyms("cod", "call of duty")
            .synonyms("csgo", "cs go", "counter strike")
            .build();

    private static final int BATCH = 500;
    private static final int WORDS_OF_A_DESCRIPTION = 100;

    private static final List<String> RANKS = List.of("Bronze", "Silver", "Gold", "Platinum");

    private final ListingTexts texts = new ListingTexts();

    private SearchedListings() {}

    /// So many listings, the same each time.
    static void fill(SearchIndex index, int count) {
        SearchedListings listings = new SearchedListings();
        List<SearchDocument> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(listings.listing(i));
            if (batch.size() == BATCH || i == count - 1) {
                index.upsert(batch);
                batch.clear();
            }
        }
        index.refresh();
        index.commit("all");
    }

    private SearchDocument listing(int number) {
        List<String> games = List.copyOf(new TreeSet<>(List.of(texts.game(), texts.game())));
        return new SearchDocument(
                "listing-" + number,
                1,
                Map.of(
                        "name", texts.words(1),
                        "title", texts.words(5),
                        "description", texts.words(WORDS_OF_A_DESCRIPTION) + " " + texts.game(),
                        "tags", texts.words(6),
                        "specializations", texts.words(3),
                        "games", String.join(", ", games)),
                Map.of("rank", List.of(texts.one(RANKS)), "games", games),
                Map.of(
                        "price",
                        500.0 * texts.random().nextInt(40),
                        "popularity",
                        (double) texts.random().nextInt(1_000),
                        "rating",
                        1 + texts.random().nextInt(401) / 100.0),
                Map.of("hasVoiceChat", texts.random().nextBoolean()));
    }
}

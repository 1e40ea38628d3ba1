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
import java.util.Random;
import java.util.TreeSet;

/// Listings to search in: an index as the marketplace declares it, and descriptions of a hundred words,
/// common ones more often than rare ones.
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
    private static final int RARE_WORDS = 6_000;
    private static final int WORDS_OF_A_DESCRIPTION = 100;

    private static final List<String> RANKS = List.of("Bronze", "Silver", "Gold", "Platinum");
    private static final List<String> GAMES = List.of(
            "Call of Duty",
            "Apex Legends",
            "Valorant",
            "Fortnite",
            "Minecraft",
            "Counter-Strike",
            "Rocket League",
            "League of Legends",
            "Overwatch 2",
            "FIFA 24",
            "FIFA 23",
            "Battlefield 2042",
            "Dota 2",
            "Rainbow Six Siege",
            "Genshin Impact",
            "Elden Ring",
            "World of Warcraft",
            "Destiny 2",
            "Tekken 8",
            "Hearthstone",
            "Among Us",
            "Halo Infinite",
            "Escape from Tarkov",
            "Rust");
    private static final List<String> COMMON =
            List.of(("the a an and for of to in with your you it is on that this best "
                            + "coach patient calm strategist teaches aim positioning map economy team voice review match rank climb "
                            + "beginner advanced player players agent trainer lessons talks while play weapons rotations callouts "
                            + "duel support sniper tactic practice daily feedback mental focus win lose fast slow friendly strict "
                            + "german english spanish night morning weekend company stories memory learn teach improve")
                    .split(" "));

    private final Random random = new Random(42);
    private final List<String> words = new ArrayList<>(COMMON);

    private SearchedListings() {
        for (int i = 0; i < RARE_WORDS; i++) {
            StringBuilder word = new StringBuilder();
            for (int syllables = 2 + random.nextInt(3); syllables > 0; syllables--) {
                word.append("bcdfghjklmnprstvw".charAt(random.nextInt(17))).append("aeiou".charAt(random.nextInt(5)));
            }
            words.add(word.toString());
        }
    }

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
        List<String> games = List.copyOf(new TreeSet<>(List.of(one(GAMES), one(GAMES))));
        return new SearchDocument(
                "listing-" + number,
                1,
                Map.of(
                        "name", words(1),
                        "title", words(5),
                        "description", words(WORDS_OF_A_DESCRIPTION) + " " + one(GAMES),
                        "tags", words(6),
                        "specializations", words(3),
                        "games", String.join(", ", games)),
                Map.of("rank", List.of(one(RANKS)), "games", games),
                Map.of(
                        "price",
                        500.0 * random.nextInt(40),
                        "popularity",
                        (double) random.nextInt(1_000),
                        "rating",
                        1 + random.nextInt(401) / 100.0),
                Map.of("hasVoiceChat", random.nextBoolean()));
    }

    private String words(int count) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double common = random.nextDouble();
            some.add(words.get((int) (words.size() * common * common * common)));
        }
        return String.join(" ", some);
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}

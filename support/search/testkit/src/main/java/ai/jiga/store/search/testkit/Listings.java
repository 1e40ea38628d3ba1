package ai.jiga.store.search.testkit;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.NumberRange;
import ai.jiga.store.search.SearchDocument;
import ai.jiga.store.search.TermKey;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// The index that the contract is tested on, and documents for it.
final class Listings {
    /// As loosely as listings are compared: composed characters, case and spaces do not count.
    static final TermKey LOOSELY = new TermKey(
            "loosely",
            term -> Normalizer.normalize(term, Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT)
                    .strip()
                    .replaceAll("\\s+", " "));

    static final IndexDefinition DEFINITION = IndexDefinition.named("listings")
            .text("name", "description", "tags", "specializations", "games")
            .termFilters("tag", "platform")
            .termFacets("rank", "game", "mode")
            .keyed(LOOSELY, "platform", "mode")
            .booleanFacets("hasVoiceChat", "hasCommentator")
            .rangeFacet(
                    "price",
                    NumberRange.between(0, 2_999),
                    NumberRange.between(3_000, 4_999),
                    NumberRange.between(5_000, 9_999),
                    NumberRange.atLeast(10_000))
            .rangeFacet(
                    "rating",
                    NumberRange.between(1, 1.9),
                    NumberRange.between(2, 2.9),
                    NumberRange.between(3, 3.9),
                    NumberRange.between(4, 5))
            .sortAttributes("createdAt")
            .ranking("popularity", "rank-points", "totalHires")
            .languages("en", "de")
            .stopWords("agent")
            .synonyms("cod", "call of duty")
            .synonyms("csgo", "cs go", "counter strike")
            .build();

    static final List<String> RANKS = List.of("Bronze", "Silver", "Gold", "Platinum");
    static final List<String> GAMES = List.of("Call of Duty", "Apex Legends", "Valorant", "Fortnite", "Minecraft");
    /// No two of these are within two edits, none begins with another.
    static final List<String> WORDS =
            List.of("strategist", "commentary", "beginner", "nightshift", "relaxed", "hardcore");

    private Listings() {}

    /// A document with this name and nothing else.
    static Builder named(String id, String name) {
        return new Builder(id).text("name", name);
    }

    /// So many documents of which each attribute may be absent, the same for the same seed; numbers are coarse,
    /// so that there are ties.
    static List<SearchDocument> generated(int count, long seed) {
        Random random = new Random(seed);
        List<SearchDocument> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Builder builder = named("listing-" + i, WORDS.get(random.nextInt(WORDS.size())))
                    .text("description", WORDS.get(random.nextInt(WORDS.size())))
                    .number("popularity", random.nextInt(3))
                    .number("totalHires", random.nextInt(3));
            if (random.nextInt(10) > 0) {
                builder.term("rank", RANKS.get(random.nextInt(RANKS.size())));
            }
            for (int g = random.nextInt(4); g > 0; g--) {
                builder.term("game", GAMES.get(random.nextInt(GAMES.size())));
            }
            if (random.nextInt(10) > 0) {
                builder.flag("hasVoiceChat", random.nextBoolean());
            }
            if (random.nextInt(10) > 0) {
                builder.number("price", 500.0 * random.nextInt(30));
            }
            if (random.nextInt(10) > 0) {
                builder.number("rating", random.nextInt(11) / 2.0);
            }
            documents.add(builder.build());
        }
        return documents;
    }

    /// Collects a document.
    static final class Builder {
        private final String id;
        private long version = 1;
        private final Map<String, String> text = new LinkedHashMap<>();
        private final Map<String, List<String>> terms = new LinkedHashMap<>();
        private final Map<String, Double> numbers = new LinkedHashMap<>();
        private final Map<String, Boolean> booleans = new LinkedHashMap<>();

        private Builder(String id) {
            this.id = id;
        }

        Builder version(long version) {
            this.version = version;
            return this;
        }

        Builder text(String attribute, String value) {
            text.put(attribute, value);
            return this;
        }

        Builder term(String attribute, String value) {
            terms.computeIfAbsent(attribute, unused -> new ArrayList<>()).add(value);
            return this;
        }

        Builder number(String attribute, double value) {
            numbers.put(attribute, value);
            return this;
        }

        Builder flag(String attribute, boolean value) {
            booleans.put(attribute, value);
            return this;
        }

        SearchDocument build() {
            return new SearchDocument(id, version, text, terms, numbers, booleans);
        }
    }
}

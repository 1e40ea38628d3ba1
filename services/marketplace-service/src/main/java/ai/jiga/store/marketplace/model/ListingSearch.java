package ai.jiga.store.marketplace.model;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.NumberRange;
import ai.jiga.store.search.SearchDocument;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.Sort;
import ai.jiga.store.search.TermKey;
import ai.jiga.store.text.TextKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What the search knows of a listing. Searchable, by weight: the agent's name and the title, description, tags,
/// specializations, games.
public final class ListingSearch {
    public static final String TITLE = "title";
    public static final String RANK = "rank";
    public static final String TYPE = "type";
    public static final String PROVIDER = "provider";
    public static final String GAMES = "games";
    public static final String SPECIALIZATION = "specialization";
    public static final String TAG = "tag";
    public static final String NATIONALITY = "nationality";
    public static final String CATEGORY = "category";
    public static final String HAS_VOICE_CHAT = "hasVoiceChat";
    public static final String HAS_COMMENTATOR = "hasCommentator";
    public static final String PRICE = "price";
    public static final String RATING = "rating";
    public static final String POPULARITY = "popularity";
    public static final String TOTAL_HIRES = "totalHires";
    public static final String PUBLISHED_AT = "publishedAt";

    /// What owners type freely has as many spellings as owners.
    private static final TermKey SPELLING = new TermKey("TextKey 1", TextKey::of);

    public static final IndexDefinition INDEX = IndexDefinition.named("listings")
            .text("name", TITLE, "description", "tags", "specializations", "games")
            .termFilters(SPECIALIZATION, TAG, NATIONALITY, CATEGORY)
            .termFacets(RANK, TYPE, PROVIDER, GAMES)
            .keyed(SPELLING, GAMES, SPECIALIZATION, TAG, NATIONALITY, CATEGORY)
            .booleanFacets(HAS_VOICE_CHAT, HAS_COMMENTATOR)
            // DOF are whole, and ratings have two digits: no price or rating lies between two buckets.
            .rangeFacet(
                    PRICE,
                    NumberRange.between(0, 4_499),
                    NumberRange.between(4_500, 7_999),
                    NumberRange.between(8_000, 11_999),
                    NumberRange.atLeast(12_000))
            .rangeFacet(
                    RATING,
                    NumberRange.between(1, 1.99),
                    NumberRange.between(2, 2.99),
                    NumberRange.between(3, 3.99),
                    NumberRange.between(4, 5))
            .sortAttributes(PUBLISHED_AT)
            .ranking(POPULARITY, RATING, TOTAL_HIRES)
            .sorts(
                    Sort.descending(POPULARITY),
                    Sort.descending(RATING),
                    Sort.ascending(PRICE),
                    Sort.descending(PRICE),
                    Sort.descending(PUBLISHED_AT))
            .languages("en", "de", "es", "fr", "it", "pt", "nl", "pl", "tr", "ru", "ar", "th", "ja", "zh", "ko")
            .stopWords("agent", "agents", "best", "good", "great", "looking")
            .synonyms("cod", "call of duty")
            .synonyms("csgo", "cs go", "cs2", "counter strike")
            .synonyms("lol", "league of legends")
            .synonyms("ow", "overwatch")
            .synonyms("br", "battle royale")
            .synonyms("snd", "search destroy", "search and destroy")
            .build();

    private ListingSearch() {}

    /// Whether a listing has what the request's filters ask for, as an engine would say. Text, order and pages
    /// are not looked at.
    public static boolean matches(Listing listing, SearchRequest request) {
        SearchDocument document = document(listing);
        return request.terms().entrySet().stream()
                        .allMatch(filter -> hasOneOf(document, filter.getKey(), filter.getValue()))
                && request.ranges().entrySet().stream().allMatch(filter -> {
                    Double number = document.numbers().get(filter.getKey());
                    return number != null && filter.getValue().contains(number);
                })
                && request.booleans().entrySet().stream()
                        .allMatch(filter ->
                                filter.getValue().equals(document.booleans().get(filter.getKey())));
    }

    private static boolean hasOneOf(SearchDocument document, String attribute, Set<String> wanted) {
        Set<String> keys =
                wanted.stream().map(term -> INDEX.key(attribute, term)).collect(Collectors.toSet());
        return INDEX.values(attribute, document).stream().anyMatch(value -> keys.contains(value.key()));
    }

    public static SearchDocument document(Listing listing) {
        ListingContent content = listing.content();
        ListedAgent agent = listing.agent();
        ListingStats stats = listing.stats();
        var numbers = new LinkedHashMap<String, Double>();
        numbers.put(PRICE, (double) content.rate().amount());
        numbers.put(POPULARITY, stats.popularity());
        numbers.put(TOTAL_HIRES, (double) stats.chargedHires());
        numbers.put(PUBLISHED_AT, (double) listing.publishedAt().toEpochMilli());
        Double rating = stats.rating();
        if (rating != null) {
            numbers.put(RATING, rating);
        }
        return new SearchDocument(
                listing.id().value(),
                listing.version(),
                Map.of(
                        "name",
                        agent.name(),
                        TITLE,
                        content.title(),
                        "description",
                        content.description(),
                        "tags",
                        String.join(", ", content.tags()),
                        "specializations",
                        String.join(", ", agent.specializations()),
                        "games",
                        String.join(", ", listing.games())),
                Map.of(
                        RANK, List.of(agent.rank().label()),
                        TYPE, List.of(agent.type().label()),
                        PROVIDER, List.of(agent.provider().label()),
                        GAMES, listing.games(),
                        SPECIALIZATION, agent.specializations(),
                        TAG, content.tags(),
                        NATIONALITY, agent.nationality().isEmpty() ? List.of() : List.of(agent.nationality()),
                        CATEGORY, content.categories()),
                numbers,
                Map.of(HAS_VOICE_CHAT, agent.hasVoiceChat(), HAS_COMMENTATOR, agent.hasCommentator()));
    }
}

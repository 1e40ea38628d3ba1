package ai.jiga.store.search.algolia;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.NumberRange;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.SearchResult;
import ai.jiga.store.search.SearchResult.Bucket;
import ai.jiga.store.search.SearchResult.Hit;
import ai.jiga.store.search.TermValue;
import com.algolia.model.search.SearchResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Algolia's answers as the result that was asked for.
final class Answers {
    private final IndexDefinition definition;
    private final Spellings spellings;
    private final SearchRequest request;

    Answers(IndexDefinition definition, Spellings spellings, SearchRequest request) {
        this.definition = definition;
        this.spellings = spellings;
        this.request = request;
    }

    /// The answer to a query for hits, which all of ours are.
    @SuppressWarnings("unchecked")
    static SearchResponse<JsonNode> of(com.algolia.model.search.SearchResult<JsonNode> answer) {
        return (SearchResponse<JsonNode>) answer;
    }

    /// @param needed the words that a record must have
    /// @param relaxed whether there are others
    SearchResult result(Queries.Asked asked, List<SearchResponse<JsonNode>> answers, int needed, boolean relaxed) {
        SearchResponse<JsonNode> found = answers.getFirst();
        Map<String, Map<String, Long>> facets = new LinkedHashMap<>();
        Map<String, List<Bucket>> ranges = new LinkedHashMap<>();
        asked.counted().forEach((facet, query) -> {
            Map<String, Integer> counts = counts(answers.get(query), Queries.attribute(facet, definition));
            List<NumberRange> declared = definition.rangeFacets().get(facet);
            if (declared != null) {
                ranges.put(facet, buckets(declared, counts));
            } else {
                facets.put(
                        facet, greatestFirst(definition.keys().containsKey(facet) ? spelled(facet, counts) : counts));
            }
        });
        List<Hit> hits = found.getHits().stream().map(this::hit).toList();
        int total = Objects.requireNonNull(found.getNbHits());
        int reached = asked.offset() + hits.size();
        boolean more = !hits.isEmpty() && reached < Math.min(total, SearchRequest.MAX_DEPTH);
        String next = more ? new OffsetCursor(reached, needed).of(request.sort()) : null;
        return new SearchResult(hits, facets, ranges, total, relaxed, next);
    }

    /// All spellings of a key together, as the one that is shown.
    private Map<String, Integer> spelled(String facet, Map<String, Integer> counts) {
        Map<TermValue, Long> values = new HashMap<>();
        counts.forEach((packed, count) -> values.put(TermValue.unpacked(packed), (long) count));
        // Beyond the values that Algolia counts, the best of those that were found.
        Map<String, String> shown = new HashMap<>(TermValue.shown(values));
        shown.putAll(spellings.shown(facet));
        Map<String, Integer> spelled = new HashMap<>();
        values.forEach((value, count) ->
                spelled.merge(shown.getOrDefault(value.key(), value.spelling()), count.intValue(), Integer::sum));
        return spelled;
    }

    static Map<String, Integer> counts(SearchResponse<JsonNode> answer, String attribute) {
        Map<String, Map<String, Integer>> all = answer.getFacets();
        return all == null ? Map.of() : all.getOrDefault(attribute, Map.of());
    }

    private static Map<String, Long> greatestFirst(Map<String, Integer> counts) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), (long) entry.getValue()));
        return sorted;
    }

    private static List<Bucket> buckets(List<NumberRange> declared, Map<String, Integer> counts) {
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            buckets.add(Bucket.of(declared.get(i), counts.getOrDefault(Integer.toString(i), 0)));
        }
        return buckets;
    }

    private Hit hit(JsonNode hit) {
        Map<String, String> highlights = new LinkedHashMap<>();
        for (String attribute : definition.textAttributes()) {
            String marked = marked(hit.path("_highlightResult").path("text").path(attribute));
            if (marked != null) {
                highlights.put(attribute, marked);
            }
        }
        return new Hit(Records.id(hit.path("objectID").asText()), highlights);
    }

    private static @Nullable String marked(JsonNode highlight) {
        String value = highlight.path("value").textValue();
        return value == null || value.indexOf(Records.FOUND_BEGINS) < 0 ? null : html(value);
    }

    private static String html(String marked) {
        StringBuilder html = new StringBuilder(marked.length() + 32);
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            switch (c) {
                case Records.FOUND_BEGINS -> html.append("<em>");
                case Records.FOUND_ENDS -> html.append("</em>");
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return html.toString();
    }

    /// What a suggestion's hit suggests.
    static Optional<String> completion(JsonNode hit, IndexDefinition definition) {
        return Optional.ofNullable(
                hit.path("text").path(definition.textAttributes().getFirst()).textValue());
    }
}

package ai.jiga.store.search.testkit;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.NumberRange;
import ai.jiga.store.search.SearchDocument;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.SearchResult.Bucket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The answer to a search by looking at every document, in the plainest way. Its text is one exact word or
/// none.
record BruteForce(IndexDefinition definition, List<SearchDocument> documents) {

    Set<String> matching(SearchRequest request) {
        return passing(request, null).map(SearchDocument::id).collect(Collectors.toSet());
    }

    Map<String, Long> counts(SearchRequest request, String facet) {
        Function<SearchDocument, Set<String>> values = document -> {
            Boolean flag = document.booleans().get(facet);
            return flag != null
                    ? Set.of(flag.toString())
                    : new HashSet<>(document.terms().getOrDefault(facet, List.of()));
        };
        return passing(request, facet)
                .flatMap(document -> values.apply(document).stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    List<Bucket> buckets(SearchRequest request, String facet) {
        List<Bucket> buckets = new ArrayList<>();
        for (NumberRange range : definition.rangeFacets().getOrDefault(facet, List.of())) {
            long count = passing(request, facet)
                    .filter(document -> within(range, document.numbers().get(facet)))
                    .count();
            buckets.add(Bucket.of(range, count));
        }
        return buckets;
    }

    private java.util.stream.Stream<SearchDocument> passing(SearchRequest request, @Nullable String ignored) {
        return documents.stream().filter(document -> passes(document, request, ignored));
    }

    private static boolean passes(SearchDocument document, SearchRequest request, @Nullable String ignored) {
        boolean text = request.text() == null || document.text().containsValue(request.text());
        boolean terms = request.terms().entrySet().stream()
                .filter(filter -> !filter.getKey().equals(ignored))
                .allMatch(filter -> !Collections.disjoint(
                        filter.getValue(), document.terms().getOrDefault(filter.getKey(), List.of())));
        boolean booleans = request.booleans().entrySet().stream()
                .filter(filter -> !filter.getKey().equals(ignored))
                .allMatch(filter -> filter.getValue().equals(document.booleans().get(filter.getKey())));
        boolean ranges = request.ranges().entrySet().stream()
                .filter(filter -> !filter.getKey().equals(ignored))
                .allMatch(filter -> within(filter.getValue(), document.numbers().get(filter.getKey())));
        return text && terms && booleans && ranges;
    }

    private static boolean within(NumberRange range, @Nullable Double value) {
        return value != null && range.contains(value);
    }
}

package ai.jiga.store.search.algolia;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.NumberRange;
import ai.jiga.store.search.SearchDocument;
import ai.jiga.store.search.SearchRequest;
import com.algolia.model.search.FacetFilters;
import com.algolia.model.search.NumericFilters;
import com.algolia.model.search.OptionalWords;
import com.algolia.model.search.SearchForHits;
import com.algolia.model.search.TypoTolerance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request as Algolia's queries, all asked in one round trip: one for the hits and the facets without a filter
/// of their own, and one for each facet that has one, without it.
final class Queries {
    private static final String NOTHING = Records.LIVE + ":neither";

    private final IndexSetup setup;
    private final IndexDefinition definition;

    private final QueryText.StopWords stopWords;

    Queries(IndexSetup setup) {
        this.setup = setup;
        this.definition = setup.definition();
        this.stopWords = QueryText.StopWords.of(definition);
    }

    QueryText text(SearchRequest request) {
        return QueryText.of(request.text(), stopWords);
    }

    /// @param queries the hits' first
    /// @param counted facet to the query that counts it, by number
    /// @param offset how many hits are passed over
    record Asked(List<SearchForHits> queries, Map<String, Integer> counted, int offset) {}

    /// @param needed the words that a record must have; it is better when it has others too
    Asked search(SearchRequest request, QueryText text, int needed) {
        int offset = offset(request);
        List<String> highlighted = request.highlighted() && !text.words().isEmpty()
                ? definition.textAttributes().stream().map(Records::text).toList()
                : List.of();
        SearchForHits hits = filtered(request, text, needed, null)
                .setIndexName(setup.sorted(request.sort()))
                .setOffset(offset)
                .setLength(Math.max(0, Math.min(request.limit(), SearchRequest.MAX_DEPTH - offset)))
                .setAttributesToHighlight(highlighted);
        List<SearchForHits> queries = new ArrayList<>();
        queries.add(hits);
        Map<String, Integer> counted = new LinkedHashMap<>();
        for (String facet : request.facets()) {
            if (isFiltered(request, facet)) {
                counted.put(facet, queries.size());
                queries.add(filtered(request, text, needed, facet)
                        .setHitsPerPage(1)
                        .setAttributesToHighlight(List.of())
                        .addFacets(attribute(facet))
                        .setAnalytics(false));
            } else {
                counted.put(facet, 0);
                hits.addFacets(attribute(facet));
            }
        }
        return new Asked(queries, counted, offset);
    }

    /// Names in which each word occurs as it was typed, those with the finished word first, which is
    /// Algolia's criterion "exact".
    SearchForHits suggest(String prefix, int offset, int length) {
        QueryText text = QueryText.of(prefix, QueryText.StopWords.NONE);
        String name = Records.text(definition.textAttributes().getFirst());
        return live(text, text.all())
                .setRestrictSearchableAttributes(List.of(name))
                .setAttributesToRetrieve(List.of(name))
                .setAttributesToHighlight(List.of())
                .setTypoTolerance(TypoTolerance.of(false))
                .setSynonyms(false)
                .setOffset(offset)
                .setLength(length)
                .setAnalytics(false);
    }

    /// The spellings of these facets in the whole index.
    SearchForHits spellings(Collection<String> facets) {
        return count().setFacets(facets.stream().map(Records::spelled).toList());
    }

    SearchForHits count() {
        return having(QueryText.NOTHING, 0);
    }

    /// Counts what has these words, whatever the filters.
    SearchForHits having(QueryText text, int words) {
        return live(text, words)
                .setHitsPerPage(1)
                .setAttributesToHighlight(List.of())
                .setAnalytics(false);
    }

    private SearchForHits live(QueryText text, int words) {
        return new SearchForHits()
                .setIndexName(setup.index())
                .setQuery(text.text(words))
                .setQueryType(text.type(words))
                .setAttributesToRetrieve(List.of("objectID"))
                .setFacetFilters(FacetFilters.of(List.of(FacetFilters.of(Records.LIVE + ":true"))));
    }

    /// @param without the facet whose own filter does not count
    private SearchForHits filtered(SearchRequest request, QueryText text, int needed, @Nullable String without) {
        List<FacetFilters> facets = new ArrayList<>();
        facets.add(FacetFilters.of(Records.LIVE + ":true"));
        request.terms().forEach((attribute, values) -> {
            if (!attribute.equals(without)) {
                facets.add(FacetFilters.of(anyOf(attribute, values)));
            }
        });
        request.booleans().forEach((attribute, value) -> {
            if (!attribute.equals(without)) {
                facets.add(FacetFilters.of(Records.flag(attribute) + ":" + value));
            }
        });
        List<NumericFilters> numbers = new ArrayList<>();
        request.ranges().forEach((attribute, range) -> {
            if (!attribute.equals(without)) {
                numbers.addAll(within(Records.number(attribute), range));
            }
        });
        // Without any needed word everything is looked for.
        SearchForHits query = live(text, needed == 0 ? 0 : text.all()).setFacetFilters(FacetFilters.of(facets));
        if (needed != text.all() && needed != 0) {
            query.setOptionalWords(OptionalWords.of(text.words(text.all() & ~needed)));
        }
        return numbers.isEmpty() ? query : query.setNumericFilters(NumericFilters.of(numbers));
    }

    private List<FacetFilters> anyOf(String attribute, Collection<String> values) {
        List<FacetFilters> any = values.stream()
                // Longer than any that a document can have.
                .filter(value -> !value.isEmpty() && value.length() <= SearchDocument.MAX_TERM)
                .map(value -> definition.key(attribute, value))
                // A leading dash would mean "not".
                .map(value -> value.startsWith("-") ? "\\" + value : value)
                .map(value -> FacetFilters.of(Records.terms(attribute) + ":" + Records.wellFormed(value)))
                .toList();
        return any.isEmpty() ? List.of(FacetFilters.of(NOTHING)) : any;
    }

    private static List<NumericFilters> within(String attribute, NumberRange range) {
        List<NumericFilters> both = new ArrayList<>();
        if (range.from() != null) {
            both.add(NumericFilters.of(attribute + ">=" + plain(range.from())));
        }
        if (range.to() != null) {
            both.add(NumericFilters.of(attribute + "<=" + plain(range.to())));
        }
        if (both.isEmpty()) {
            // Open on both sides, and yet only those that have the number.
            both.add(NumericFilters.of(attribute + ">=" + plain(-Double.MAX_VALUE)));
        }
        return both;
    }

    /// Without an exponent, which Algolia's filters do not know.
    private static String plain(double number) {
        double finite = Math.clamp(number, -Double.MAX_VALUE, Double.MAX_VALUE);
        return BigDecimal.valueOf(finite).toPlainString();
    }

    private boolean isFiltered(SearchRequest request, String facet) {
        return request.terms().containsKey(facet)
                || request.booleans().containsKey(facet)
                || request.ranges().containsKey(facet);
    }

    private String attribute(String facet) {
        return attribute(facet, definition);
    }

    static String attribute(String facet, IndexDefinition definition) {
        if (definition.rangeFacets().containsKey(facet)) {
            return Records.bucket(facet);
        }
        if (definition.booleanFacets().contains(facet)) {
            return Records.flag(facet);
        }
        return definition.keys().containsKey(facet) ? Records.spelled(facet) : Records.terms(facet);
    }

    private static int offset(SearchRequest request) {
        String cursor = request.cursor();
        if (cursor != null) {
            return OffsetCursor.read(request.sort(), cursor).offset();
        }
        Integer page = request.page();
        return page == null ? 0 : (page - 1) * request.limit();
    }
}

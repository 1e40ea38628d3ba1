package ai.jiga.store.search.lucene;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.SearchResult;
import ai.jiga.store.search.Sort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.jspecify.annotations.Nullable;

/// Runs searches on one state of the index.
final class Search {
    private final IndexDefinition definition;
    private final TextAnalysis analysis;
    private final ColumnCache columns;
    private final Snapshot snapshot;
    private final IndexReader reader;

    Search(IndexDefinition definition, TextAnalysis analysis, ColumnCache columns, Snapshot snapshot) {
        this.definition = definition;
        this.analysis = analysis;
        this.columns = columns;
        this.snapshot = snapshot;
        this.reader = snapshot.getIndexReader();
    }

    SearchResult run(SearchRequest request) throws IOException {
        Order order = new Order(definition, request.sort());
        @Nullable Place after = request.cursor() == null ? null : order.place(request.cursor());
        int skipped = request.page() == null ? 0 : (request.page() - 1) * request.limit();
        QueryText text = QueryText.search(
                request.text(), analysis, definition.textAttributes().size());
        List<FacetCounts> facets = request.facets().stream()
                .map(facet -> new FacetCounts(facet, definition))
                .toList();
        TopPlaces top = new TopPlaces(skipped + request.limit(), after);
        long total = collect(text, Filter.of(request, definition), order, facets, top);

        List<Place> places = top.bestFirst();
        places = places.subList(Math.min(skipped, places.size()), places.size());
        Map<String, Map<String, Long>> values = new LinkedHashMap<>();
        Map<String, List<SearchResult.Bucket>> buckets = new LinkedHashMap<>();
        for (FacetCounts facet : facets) {
            if (definition.rangeFacets().containsKey(facet.attribute())) {
                buckets.put(facet.attribute(), facet.buckets());
            } else {
                values.put(facet.attribute(), facet.values(spellings(facet.attribute())));
            }
        }
        return new SearchResult(
                hits(places, request.highlighted() ? text.words() : List.of()),
                values,
                buckets,
                total,
                top.more() && !places.isEmpty() ? order.cursor(places.getLast()) : null);
    }

    private Map<String, String> spellings(String facet) {
        return definition.keys().containsKey(facet) ? snapshot.spellings(facet) : Map.of();
    }

    List<String> complete(String prefix, int limit) throws IOException {
        String attribute = definition.textAttributes().getFirst();
        // Some have the same name; with a few to spare there are mostly enough different ones.
        TopPlaces top = new TopPlaces(4 * limit, null);
        QueryText text = QueryText.completion(prefix, analysis);
        collect(text, List.of(), new Order(definition, Sort.relevance()), List.of(), top);
        Set<String> names = new LinkedHashSet<>();
        StoredFields stored = reader.storedFields();
        for (Place place : top.bestFirst()) {
            if (names.size() == limit) {
                break;
            }
            String name = stored.document(place.document(), Set.of(Fields.text(attribute)))
                    .get(Fields.text(attribute));
            if (name != null) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    long count() throws IOException {
        return collect(
                QueryText.search("", analysis, 1),
                List.of(),
                new Order(definition, Sort.relevance()),
                List.of(),
                new TopPlaces(1, null));
    }

    private long collect(QueryText text, List<Filter> filters, Order order, List<FacetCounts> facets, TopPlaces top)
            throws IOException {
        Set<String> counted = facets.stream().map(FacetCounts::attribute).collect(Collectors.toSet());
        WordScores scores = new WordScores(definition.textAttributes(), text);
        long total = 0;
        for (LeafReaderContext segment : reader.leaves()) {
            short[] points = text.isEmpty() ? null : scores.of(segment.reader());
            if (points == null && !text.isEmpty()) {
                continue;
            }
            SegmentColumns segmentColumns = columns.of(segment.reader());
            Matches matches = Matches.in(segment, segmentColumns, points, filters, counted);
            total += matches.length;
            facets.forEach(facet -> matches.count(facet, segmentColumns));
            Order.Keys keys = order.keys(segmentColumns, points);
            for (int i = 0; i < matches.length; i++) {
                int document = matches.documents[i];
                String id = segmentColumns.ids()[document];
                if (id != null) {
                    top.offer(keys, document, id, segment.docBase);
                }
            }
        }
        return total;
    }

    private List<SearchResult.Hit> hits(List<Place> places, List<QueryWord> words) throws IOException {
        if (words.isEmpty()) {
            return places.stream()
                    .map(place -> new SearchResult.Hit(place.id(), Map.of()))
                    .toList();
        }
        Highlighter highlighter = new Highlighter(analysis, words);
        StoredFields stored = reader.storedFields();
        List<SearchResult.Hit> hits = new ArrayList<>();
        for (Place place : places) {
            Document document = stored.document(place.document());
            Map<String, String> highlights = new LinkedHashMap<>();
            for (String attribute : definition.textAttributes()) {
                String text = document.get(Fields.text(attribute));
                String highlighted = text == null ? null : highlighter.highlight(text);
                if (highlighted != null) {
                    highlights.put(attribute, highlighted);
                }
            }
            hits.add(new SearchResult.Hit(place.id(), highlights));
        }
        return List.copyOf(hits);
    }
}

package ai.jiga.store.search.lucene;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.InvalidCursorException;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.SearchResult;
import ai.jiga.store.search.Sort;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    SearchResult once(SearchRequest request) {
        return snapshot.once(request, asked -> {
            try {
                return run(asked);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private SearchResult run(SearchRequest request) throws IOException {
        Order order = new Order(definition, request.sort());
        Order.@Nullable Cursor cursor = request.cursor() == null ? null : order.cursor(request.cursor());
        int skipped = request.page() == null ? 0 : (request.page() - 1) * request.limit();
        QueryText text = QueryText.search(
                request.text(), analysis, definition.textAttributes().size());
        List<FacetCounts> facets = request.facets().stream()
                .map(facet -> new FacetCounts(facet, definition))
                .toList();
        TopPlaces top = new TopPlaces(skipped + request.limit(), cursor == null ? null : cursor.after());
        Collecting collecting = new Collecting(text, Filter.of(request, definition), order, facets, top);
        Reading reading = collecting.read(cursor);

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
                hits(places, request.highlighted() ? text : QueryText.NOTHING, reading),
                values,
                buckets,
                collecting.total,
                reading.isRelaxed(text),
                top.more() && !places.isEmpty() ? order.cursor(new Order.Cursor(places.getLast(), reading)) : null);
    }

    private Map<String, String> spellings(String facet) {
        return definition.keys().containsKey(facet) ? snapshot.spellings(facet) : Map.of();
    }

    List<String> complete(String prefix, int limit) throws IOException {
        String attribute = definition.textAttributes().getFirst();
        // Some have the same name; with a few to spare there are mostly enough different ones.
        TopPlaces top = new TopPlaces(4 * limit, null);
        QueryText text = QueryText.completion(prefix, analysis);
        new Collecting(text, List.of(), new Order(definition, Sort.relevance()), List.of(), top)
                .collect(Reading.strict(text));
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
        Order order = new Order(definition, Sort.relevance());
        Collecting collecting = new Collecting(QueryText.NOTHING, List.of(), order, List.of(), new TopPlaces(1, null));
        collecting.collect(Reading.strict(QueryText.NOTHING));
        return collecting.total;
    }

    /// One search under way, through all segments.
    private final class Collecting {
        private final QueryText text;
        private final List<Filter> filters;
        private final Order order;
        private final List<FacetCounts> facets;
        private final TopPlaces top;
        private final List<SegmentWords> words;
        private final Set<String> counted;
        private long total;
        /// Whether any document has the needed words, whatever the filters make of it.
        private boolean anyText;

        Collecting(QueryText text, List<Filter> filters, Order order, List<FacetCounts> facets, TopPlaces top) {
            this.text = text;
            this.filters = filters;
            this.order = order;
            this.facets = facets;
            this.top = top;
            this.words = reader.leaves().stream()
                    .map(segment -> new SegmentWords(segment.reader(), definition.textAttributes(), text))
                    .toList();
            this.counted = facets.stream().map(FacetCounts::attribute).collect(Collectors.toSet());
            this.anyText = text.isEmpty();
        }

        /// Collects what the text means: all its words, mistyped ones too, or as many of them as there are
        /// together. As long as no document has the text, nothing is counted, and the next reading begins
        /// afresh.
        ///
        /// @throws InvalidCursorException when it was made for another text
        Reading read(Order.@Nullable Cursor cursor) throws IOException {
            if (cursor != null) {
                if (!cursor.reading().fits(text)) {
                    throw new InvalidCursorException();
                }
                for (SegmentWords segment : words) {
                    segment.look(cursor.reading());
                }
                collect(cursor.reading());
                return cursor.reading();
            }
            Reading reading = Reading.strict(text);
            collect(reading);
            if (!anyText) {
                reading = Reading.forgiving(text, words);
                if (reading.mistyped() != 0) {
                    collect(reading);
                }
            }
            if (!anyText) {
                reading = reading.relaxed(text, words);
                collect(reading);
            }
            return reading;
        }

        void collect(Reading reading) throws IOException {
            boolean everything = reading.isEverything(text);
            for (LeafReaderContext segment : reader.leaves()) {
                short[] points = everything ? null : words.get(segment.ord).sum(reading);
                if (points != null || everything) {
                    collect(segment, points);
                }
            }
        }

        private void collect(LeafReaderContext segment, short @Nullable [] points) throws IOException {
            SegmentColumns segmentColumns = columns.of(segment.reader());
            Matches matches = Matches.in(segment, segmentColumns, points, filters, counted);
            anyText |= matches.anyText;
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
    }

    private List<SearchResult.Hit> hits(List<Place> places, QueryText query, Reading reading) throws IOException {
        if (query.isEmpty()) {
            return places.stream()
                    .map(place -> new SearchResult.Hit(place.id(), Map.of()))
                    .toList();
        }
        Highlighter highlighter = new Highlighter(analysis, query, reading);
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

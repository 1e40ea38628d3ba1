package ai.jiga.store.search.lucene;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.NumberRange;
import ai.jiga.store.search.SearchResult.Bucket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The counts of one facet over all segments.
final class FacetCounts {
    private final String attribute;
    private final Map<String, Long> byKey = new HashMap<>();
    private final List<NumberRange> ranges;
    private final long[] byBucket;

    FacetCounts(String attribute, IndexDefinition definition) {
        this.attribute = attribute;
        this.ranges = definition.rangeFacets().getOrDefault(attribute, List.of());
        this.byBucket = new long[ranges.size()];
    }

    String attribute() {
        return attribute;
    }

    /// Counts documents of one segment.
    void add(FacetColumn column, int[] documents, int length, int[] besides, int lengthBesides) {
        int[] counts = new int[column.size()];
        column.count(documents, length, counts);
        column.count(besides, lengthBesides, counts);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                continue;
            }
            if (ranges.isEmpty()) {
                byKey.merge(column.values()[i].key(), (long) counts[i], Long::sum);
            } else {
                byBucket[i] += counts[i];
            }
        }
    }

    /// The most frequent first, then by spelling.
    ///
    /// @param spellings what a key is shown as; one that is not there is its own spelling
    Map<String, Long> values(Map<String, String> spellings) {
        Map<String, Long> shown = new HashMap<>();
        byKey.forEach((key, count) -> shown.put(spellings.getOrDefault(key, key), count));
        Map<String, Long> sorted = new LinkedHashMap<>();
        shown.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /// All buckets in order.
    List<Bucket> buckets() {
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < byBucket.length; i++) {
            buckets.add(Bucket.of(ranges.get(i), byBucket[i]));
        }
        return buckets;
    }
}

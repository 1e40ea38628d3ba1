package ai.jiga.store.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was found.
///
/// @param hits in order
/// @param facets the asked term and boolean facets: value to exact count, the greatest count first, then by
///     value as it is shown; a value that no document has is left out. Each facet is counted as if it had no filter of
/// its own
/// @param rangeFacets the asked range facets: all declared buckets in order, counted likewise
/// @param total how many documents match, exactly
/// @param relaxed whether no document has all words of the text, so that these are matches of some of them.
///     Filters may leave none of these either
/// @param nextCursor where to go on; absent when these were the last hits
public record SearchResult(
        List<Hit> hits,
        Map<String, Map<String, Long>> facets,
        Map<String, List<Bucket>> rangeFacets,
        long total,
        boolean relaxed,
        @Nullable String nextCursor) {

    /// One found document.
    ///
    /// @param highlights text attribute to its value as HTML: escaped, with the matching parts in `<em>`; only
    ///     attributes in which something matches
    public record Hit(String id, Map<String, String> highlights) {}

    /// How many documents have a number in this range: as many as a filter by it finds.
    ///
    /// @param from included
    /// @param to included; absent for a bucket without an end
    public record Bucket(double from, @Nullable Double to, long count) {

        /// A declared bucket, counted.
        public static Bucket of(NumberRange range, long count) {
            return new Bucket(range.from() == null ? Double.NEGATIVE_INFINITY : range.from(), range.to(), count);
        }

        /// The filter that finds what was counted.
        public NumberRange range() {
            return new NumberRange(from, to);
        }
    }
}

package ai.jiga.store.search;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is looked for. All filters must hold; within one attribute any of the given terms will do.
///
/// Of a text every word is needed, but stop words only when there is nothing else. A word is found
///
/// - as it is, case and accents aside;
/// - with one wrong, missing, superfluous or swapped letter from four letters, with two from eight. Digits
///   are never guessed: `2043` does not find `2042`;
/// - unfinished, if it is the last;
/// - written together where the text has it apart (`counterstrike`, Counter-Strike), and the other way round;
/// - anywhere inside a run of a script that puts no spaces between words.
///
/// When no document at all has every word, the search is relaxed ([SearchResult#relaxed()]): it needs the
/// rarest of the words, and of the others, rarest first, those that can be had together with it. A number and
/// the word before it are given up together or not at all, and stop words that nobody has leave everything.
/// How a text is read depends on the text and the index alone: not on filters, the sort or the page, so that
/// every count is that of one reading; and a cursor goes on with the reading that it was made under.
///
/// Engines look at the first [#MAX_WORDS] words. A text without a word in it browses everything.
///
/// @param text what the user typed, of any content
/// @param terms attribute to the accepted values, compared exactly, or by the attribute's [TermKey]
/// @param ranges attribute to the accepted numbers
/// @param booleans attribute to the needed value
/// @param sort the order
/// @param limit how many hits, from 1 to [#MAX_LIMIT]
/// @param cursor where the result before ended; not together with a page
/// @param page the number of the result page, from 1; absent begins at the first hit or at the cursor
/// @param facets what to count; counting costs time, so nothing is counted unasked
/// @param highlighted whether hits carry highlights
public record SearchRequest(
        @Nullable String text,
        Map<String, Set<String>> terms,
        Map<String, NumberRange> ranges,
        Map<String, Boolean> booleans,
        Sort sort,
        int limit,
        @Nullable String cursor,
        @Nullable Integer page,
        Set<String> facets,
        boolean highlighted) {

    public static final int MAX_LIMIT = 1_000;
    /// How far pages reach: the last hit of a page is at most this one. A cursor goes on without end.
    public static final int MAX_DEPTH = 10_000;

    public static final int MAX_WORDS = 16;

    /// @throws PageTooDeepException when the page ends beyond [#MAX_DEPTH]
    /// @throws IllegalArgumentException when a limit or page is out of range or both page and cursor are given
    public SearchRequest {
        Map<String, Set<String>> copied = new LinkedHashMap<>();
        terms.forEach((attribute, values) -> copied.put(attribute, Set.copyOf(values)));
        terms = Collections.unmodifiableMap(copied);
        ranges = Map.copyOf(ranges);
        booleans = Map.copyOf(booleans);
        facets = Collections.unmodifiableSet(new LinkedHashSet<>(facets));
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is from 1 to " + MAX_LIMIT + ": " + limit);
        }
        if (page != null) {
            if (cursor != null) {
                throw new IllegalArgumentException("Either a page or a cursor");
            }
            if (page < 1) {
                throw new IllegalArgumentException("Pages count from 1: " + page);
            }
            if ((long) page * limit > MAX_DEPTH) {
                throw new PageTooDeepException(page, limit);
            }
        }
    }

    /// A request that browses everything by relevance, 20 hits at a time, and counts nothing.
    public static Builder builder() {
        return new Builder();
    }

    /// Collects a request.
    public static final class Builder {
        private @Nullable String text;
        private final Map<String, Set<String>> terms = new LinkedHashMap<>();
        private final Map<String, NumberRange> ranges = new LinkedHashMap<>();
        private final Map<String, Boolean> booleans = new LinkedHashMap<>();
        private Sort sort = Sort.relevance();
        private int limit = 20;
        private @Nullable String cursor;
        private @Nullable Integer page;
        private Set<String> facets = Set.of();
        private boolean highlighted = true;

        private Builder() {}

        public Builder text(@Nullable String text) {
            this.text = text;
            return this;
        }

        /// Any of these values; several calls for one attribute add up. No value at all is no filter.
        public Builder anyOf(String attribute, Collection<String> values) {
            if (!values.isEmpty()) {
                terms.computeIfAbsent(attribute, unused -> new LinkedHashSet<>())
                        .addAll(values);
            }
            return this;
        }

        public Builder anyOf(String attribute, String... values) {
            return anyOf(attribute, List.of(values));
        }

        public Builder range(String attribute, NumberRange range) {
            ranges.put(attribute, range);
            return this;
        }

        public Builder is(String attribute, boolean value) {
            booleans.put(attribute, value);
            return this;
        }

        public Builder sort(Sort sort) {
            this.sort = sort;
            return this;
        }

        public Builder limit(int limit) {
            this.limit = limit;
            return this;
        }

        public Builder cursor(@Nullable String cursor) {
            this.cursor = cursor;
            return this;
        }

        public Builder page(@Nullable Integer page) {
            this.page = page;
            return this;
        }

        public Builder facets(Collection<String> facets) {
            this.facets = new LinkedHashSet<>(facets);
            return this;
        }

        public Builder facets(String... facets) {
            return facets(List.of(facets));
        }

        public Builder highlighted(boolean highlighted) {
            this.highlighted = highlighted;
            return this;
        }

        /// @throws PageTooDeepException when the page ends beyond [#MAX_DEPTH]
        /// @throws IllegalArgumentException when the parts contradict each other
        public SearchRequest build() {
            return new SearchRequest(text, terms, ranges, booleans, sort, limit, cursor, page, facets, highlighted);
        }
    }
}

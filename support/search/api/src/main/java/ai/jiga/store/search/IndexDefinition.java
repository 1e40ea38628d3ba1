package ai.jiga.store.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What an index holds and how it may be asked, declared once for every engine. Text attributes have names of
/// their own (a `games` text and a `games` term facet are two things); among terms, booleans and numbers a name
/// is used once.
///
/// @param name lower-case letters, digits and dashes
/// @param textAttributes searched, the most important first; at most [#MAX_TEXT_ATTRIBUTES]
/// @param termFilters multi-valued, filtered by exact value and not counted
/// @param termFacets multi-valued, filtered by exact value and counted
/// @param booleanFacets filtered and counted, keyed "true" and "false"
/// @param rangeFacets numbers that are filtered, sorted by and counted in buckets, which ascend and do not
///     overlap. A bucket is the range that it is filtered by, both ends included: its count is what a filter by
///     its range finds. A value between two buckets is in none
/// @param sortAttributes numbers that are filtered and sorted by
/// @param ranking numbers that break ties, the most telling first, all descending; they may be filtered and
///     sorted by too
/// @param keys the terms of which several spellings are one value, and what makes them one. A filter takes any
///     spelling; a facet is shown by the spelling that most documents of the index have, of several such by the
///     first in the order of code points
/// @param synonyms groups of phrases that mean the same, in every direction
/// @param languages what the texts are written in, as ISO 639-1 codes, whose [StopWords] a query may leave
///     out; one that nobody knows changes nothing
/// @param stopWords further words that say nothing in this index, as "agent" does among agents, in lower case
/// @param sorts the orders that are offered beside relevance: an engine may need room for each. None declared
///     means every declared number, both ways
public record IndexDefinition(
        String name,
        List<String> textAttributes,
        List<String> termFilters,
        List<String> termFacets,
        List<String> booleanFacets,
        Map<String, List<NumberRange>> rangeFacets,
        List<String> sortAttributes,
        List<String> ranking,
        Map<String, TermKey> keys,
        List<List<String>> synonyms,
        List<String> languages,
        List<String> stopWords,
        List<Sort.ByNumber> sorts) {

    public static final int MAX_TEXT_ATTRIBUTES = 16;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public IndexDefinition {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("An index name is lower-case letters, digits and dashes: " + name);
        }
        textAttributes = List.copyOf(textAttributes);
        termFilters = List.copyOf(termFilters);
        termFacets = List.copyOf(termFacets);
        booleanFacets = List.copyOf(booleanFacets);
        sortAttributes = List.copyOf(sortAttributes);
        ranking = List.copyOf(ranking);
        synonyms = synonyms.stream().map(List::copyOf).toList();
        languages = List.copyOf(languages);
        stopWords = List.copyOf(stopWords);
        // In declared order, so that toString() of equal declarations is equal: engines compare it with what
        // they built.
        Map<String, List<NumberRange>> ranges = new LinkedHashMap<>();
        rangeFacets.forEach((attribute, buckets) -> ranges.put(attribute, ascending(attribute, buckets)));
        rangeFacets = Collections.unmodifiableMap(ranges);
        if (textAttributes.isEmpty() || textAttributes.size() > MAX_TEXT_ATTRIBUTES) {
            throw new IllegalArgumentException("An index has 1 to " + MAX_TEXT_ATTRIBUTES + " text attributes");
        }
        distinct(textAttributes);
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        for (String attribute : keys.keySet()) {
            if (!termFilters.contains(attribute) && !termFacets.contains(attribute)) {
                throw new IllegalArgumentException("A key needs a declared term: " + attribute);
            }
        }
        List<String> keyed = new ArrayList<>(termFilters);
        keyed.addAll(termFacets);
        keyed.addAll(booleanFacets);
        keyed.addAll(union(rangeFacets.keySet(), sortAttributes, ranking));
        distinct(keyed);
        Set<String> numbers = union(rangeFacets.keySet(), sortAttributes, ranking);
        if (sorts.isEmpty()) {
            sorts = numbers.stream()
                    .flatMap(attribute -> Stream.of(Sort.ascending(attribute), Sort.descending(attribute)))
                    .toList();
        }
        for (Sort.ByNumber sort : sorts) {
            if (!numbers.contains(sort.attribute())) {
                throw new IllegalArgumentException("A sort needs a declared number: " + sort.attribute());
            }
        }
        sorts = sorts.stream().distinct().toList();
    }

    /// Starts a declaration.
    public static Builder named(String name) {
        return new Builder(name);
    }

    /// Everything a document may carry as a number.
    public Set<String> numericAttributes() {
        return Collections.unmodifiableSet(union(rangeFacets.keySet(), sortAttributes, ranking));
    }

    /// Everything a document may carry as terms.
    public Set<String> termAttributes() {
        return Collections.unmodifiableSet(union(termFilters, termFacets));
    }

    /// What a term is compared by.
    public String key(String attribute, String term) {
        TermKey key = keys.get(attribute);
        return key == null ? term : key.of(term);
    }

    /// What a document has of a term attribute, each value once; of two spellings of one value that which comes
    /// first by its code points.
    public Collection<TermValue> values(String attribute, SearchDocument document) {
        Map<String, TermValue> values = new LinkedHashMap<>();
        for (String term : document.terms().getOrDefault(attribute, List.of())) {
            TermValue value = new TermValue(key(attribute, term), term);
            values.merge(value.key(), value, TermValue::first);
        }
        return values.values();
    }

    /// Everything that can be counted.
    public Set<String> facets() {
        return Collections.unmodifiableSet(union(termFacets, booleanFacets, rangeFacets.keySet()));
    }

    /// @throws IllegalArgumentException when the document has an attribute that is not declared
    public void check(SearchDocument document) {
        declared("text", document.text().keySet(), textAttributes);
        declared("terms", document.terms().keySet(), termAttributes());
        declared("numbers", document.numbers().keySet(), numericAttributes());
        declared("booleans", document.booleans().keySet(), booleanFacets);
    }

    /// @throws IllegalArgumentException when the request uses an attribute in a way that is not declared
    public void check(SearchRequest request) {
        declared("term filters", request.terms().keySet(), termAttributes());
        declared("ranges", request.ranges().keySet(), numericAttributes());
        declared("booleans", request.booleans().keySet(), booleanFacets);
        declared("facets", request.facets(), facets());
        switch (request.sort()) {
            case Sort.Relevance ignored -> {}
            case Sort.ByNumber by -> {
                if (!sorts.contains(by)) {
                    throw new IllegalArgumentException("Index " + name + " does not declare for sort: " + by);
                }
            }
        }
    }

    private void declared(String use, Set<String> used, Iterable<String> declared) {
        Set<String> unknown = new LinkedHashSet<>(used);
        declared.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Index " + name + " does not declare for " + use + ": " + unknown);
        }
    }

    @SafeVarargs
    private static Set<String> union(Iterable<String>... parts) {
        Set<String> all = new LinkedHashSet<>();
        for (Iterable<String> part : parts) {
            part.forEach(all::add);
        }
        return all;
    }

    private static void distinct(List<String> attributes) {
        Set<String> seen = new HashSet<>();
        for (String attribute : attributes) {
            if (!seen.add(attribute)) {
                throw new IllegalArgumentException("Declared twice: " + attribute);
            }
        }
    }

    private static List<NumberRange> ascending(String attribute, List<NumberRange> buckets) {
        if (buckets.isEmpty()) {
            throw new IllegalArgumentException("A range facet needs a bucket: " + attribute);
        }
        double reached = Double.NEGATIVE_INFINITY;
        for (NumberRange bucket : buckets) {
            Double from = bucket.from();
            double to = bucket.to() == null ? Double.POSITIVE_INFINITY : bucket.to();
            if (from == null || !Double.isFinite(from) || from <= reached || to < from) {
                throw new IllegalArgumentException(
                        "Buckets of " + attribute + " must begin somewhere, ascend and not overlap: " + buckets);
            }
            reached = to;
        }
        return List.copyOf(buckets);
    }

    /// Collects a declaration, each call adding to it.
    public static final class Builder {
        private final String name;
        private final List<String> text = new ArrayList<>();
        private final List<String> termFilters = new ArrayList<>();
        private final List<String> termFacets = new ArrayList<>();
        private final List<String> booleans = new ArrayList<>();
        private final Map<String, List<NumberRange>> ranges = new LinkedHashMap<>();
        private final List<String> sorts = new ArrayList<>();
        private final List<String> ranking = new ArrayList<>();
        private final Map<String, TermKey> keys = new LinkedHashMap<>();
        private final List<List<String>> synonyms = new ArrayList<>();
        private final List<String> languages = new ArrayList<>();
        private final List<String> stopWords = new ArrayList<>();
        private final List<Sort.ByNumber> offered = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /// Searchable attributes, the most important first.
        public Builder text(String... attributes) {
            text.addAll(List.of(attributes));
            return this;
        }

        /// Terms that are filtered by only.
        public Builder termFilters(String... attributes) {
            termFilters.addAll(List.of(attributes));
            return this;
        }

        /// Terms that are filtered by and counted.
        public Builder termFacets(String... attributes) {
            termFacets.addAll(List.of(attributes));
            return this;
        }

        /// Booleans that are filtered by and counted.
        public Builder booleanFacets(String... attributes) {
            booleans.addAll(List.of(attributes));
            return this;
        }

        /// A number counted in these buckets.
        public Builder rangeFacet(String attribute, NumberRange... buckets) {
            if (ranges.put(attribute, List.of(buckets)) != null) {
                throw new IllegalArgumentException("Declared twice: " + attribute);
            }
            return this;
        }

        /// Numbers that are filtered and sorted by.
        public Builder sortAttributes(String... attributes) {
            sorts.addAll(List.of(attributes));
            return this;
        }

        /// Numbers that break ties, all descending.
        public Builder ranking(String... attributes) {
            ranking.addAll(List.of(attributes));
            return this;
        }

        /// Terms that are compared by this key.
        public Builder keyed(TermKey key, String... attributes) {
            for (String attribute : attributes) {
                keys.put(attribute, key);
            }
            return this;
        }

        /// Phrases that mean the same.
        public Builder synonyms(String... phrases) {
            synonyms.add(List.of(phrases));
            return this;
        }

        /// What the texts are written in, as ISO 639-1 codes.
        public Builder languages(String... codes) {
            languages.addAll(List.of(codes));
            return this;
        }

        /// Words that say nothing in this index.
        public Builder stopWords(String... words) {
            stopWords.addAll(List.of(words));
            return this;
        }

        /// The orders that are offered, when not every number both ways.
        public Builder sorts(Sort.ByNumber... sorts) {
            offered.addAll(List.of(sorts));
            return this;
        }

        /// @throws IllegalArgumentException when the declaration contradicts itself
        public IndexDefinition build() {
            return new IndexDefinition(
                    name,
                    text,
                    termFilters,
                    termFacets,
                    booleans,
                    ranges,
                    sorts,
                    ranking,
                    keys,
                    synonyms,
                    languages,
                    stopWords,
                    offered);
        }
    }
}

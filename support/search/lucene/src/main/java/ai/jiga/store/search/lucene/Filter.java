package ai.jiga.store.search.lucene;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.NumberRange;
import ai.jiga.store.search.SearchDocument;
import ai.jiga.store.search.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/// A condition on one attribute; all filters of a search are on different ones.
sealed interface Filter {

    /// Has any of these terms.
    record AnyOf(String attribute, Set<String> values) implements Filter {
        @Override
        public FixedBitSet passing(LeafReader segment, SegmentColumns columns) throws IOException {
            FixedBitSet passing = new FixedBitSet(segment.maxDoc());
            Terms terms = segment.terms(Fields.terms(attribute));
            if (terms == null) {
                return passing;
            }
            TermsEnum indexed = terms.iterator();
            PostingsEnum postings = null;
            for (String value : values) {
                if (indexed.seekExact(new BytesRef(value))) {
                    postings = indexed.postings(postings, PostingsEnum.NONE);
                    for (int document = postings.nextDoc();
                            document != DocIdSetIterator.NO_MORE_DOCS;
                            document = postings.nextDoc()) {
                        passing.set(document);
                    }
                }
            }
            return passing;
        }
    }

    /// Has a number in this range.
    record InRange(String attribute, NumberRange range) implements Filter {
        @Override
        public FixedBitSet passing(LeafReader segment, SegmentColumns columns) {
            double[] values = columns.number(attribute);
            double from = range.from() == null ? Double.NEGATIVE_INFINITY : range.from();
            double to = range.to() == null ? Double.POSITIVE_INFINITY : range.to();
            FixedBitSet passing = new FixedBitSet(segment.maxDoc());
            for (int document = 0; document < values.length; document++) {
                // An absent number is NaN and passes no comparison.
                if (values[document] >= from && values[document] <= to) {
                    passing.set(document);
                }
            }
            return passing;
        }
    }

    /// What is looked at.
    String attribute();

    /// The documents of a segment that pass.
    FixedBitSet passing(LeafReader segment, SegmentColumns columns) throws IOException;

    static List<Filter> of(SearchRequest request, IndexDefinition definition) {
        List<Filter> filters = new ArrayList<>();
        request.terms()
                .forEach((attribute, values) -> filters.add(new AnyOf(
                        attribute,
                        values.stream()
                                // Longer than any that a document can have.
                                .filter(value -> value.length() <= SearchDocument.MAX_TERM)
                                .map(value -> definition.key(attribute, value))
                                .collect(Collectors.toSet()))));
        request.booleans()
                .forEach((attribute, value) -> filters.add(new AnyOf(attribute, Set.of(Boolean.toString(value)))));
        request.ranges().forEach((attribute, range) -> filters.add(new InRange(attribute, range)));
        return filters;
    }
}

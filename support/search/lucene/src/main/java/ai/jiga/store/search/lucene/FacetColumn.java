package ai.jiga.store.search.lucene;

import ai.jiga.store.search.NumberRange;
import ai.jiga.store.search.TermValue;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// The values of one facet in one segment: for each document the numbers of its values, one after the other.
///
/// @param values what the numbers mean; empty for ranges, whose numbers are those of the declared buckets
/// @param starts where a document's numbers begin in `numbers`, and one past the last document
record FacetColumn(TermValue[] values, int size, int[] starts, int[] numbers) {

    /// Adds the values of these documents to `counts`.
    void count(int[] documents, int length, int[] counts) {
        for (int i = 0; i < length; i++) {
            int document = documents[i];
            int end = starts[document + 1];
            for (int at = starts[document]; at < end; at++) {
                counts[numbers[at]]++;
            }
        }
    }

    /// How many documents have each value, of those that are alive.
    int[] counts(@Nullable Bits live) {
        int[] counts = new int[size];
        for (int document = 0; document + 1 < starts.length; document++) {
            if (live == null || live.get(document)) {
                for (int at = starts[document]; at < starts[document + 1]; at++) {
                    counts[numbers[at]]++;
                }
            }
        }
        return counts;
    }

    static FacetColumn ofTerms(LeafReader reader, String attribute) throws IOException {
        SortedSetDocValues values = DocValues.getSortedSet(reader, Fields.terms(attribute));
        int[] starts = new int[reader.maxDoc() + 1];
        int[] numbers = new int[reader.maxDoc()];
        int length = 0;
        for (int document = 0; document < reader.maxDoc(); document++) {
            starts[document] = length;
            if (values.advanceExact(document)) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    if (length == numbers.length) {
                        numbers = Arrays.copyOf(numbers, length * 2);
                    }
                    numbers[length++] = (int) values.nextOrd();
                }
            }
        }
        starts[reader.maxDoc()] = length;
        TermValue[] all = new TermValue[(int) values.getValueCount()];
        for (int i = 0; i < all.length; i++) {
            all[i] = TermValue.unpacked(values.lookupOrd(i).utf8ToString());
        }
        return new FacetColumn(all, all.length, starts, Arrays.copyOf(numbers, length));
    }

    static FacetColumn ofBuckets(double[] values, List<NumberRange> buckets) {
        int[] starts = new int[values.length + 1];
        int[] numbers = new int[values.length];
        int length = 0;
        for (int document = 0; document < values.length; document++) {
            starts[document] = length;
            for (int bucket = 0; bucket < buckets.size(); bucket++) {
                // Not-a-number, which stands for no value, is in no range.
                if (buckets.get(bucket).contains(values[document])) {
                    numbers[length++] = bucket;
                    break;
                }
            }
        }
        starts[values.length] = length;
        return new FacetColumn(new TermValue[0], buckets.size(), starts, Arrays.copyOf(numbers, length));
    }
}

package ai.jiga.store.search.lucene;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.NumberRange;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;

/// What a search reads of every matching document, on the heap: ids, numbers and facets of one segment. A
/// segment never changes, so it is loaded once; an absent number is NaN, and the id of a remembered deletion
/// is null.
record SegmentColumns(@Nullable String[] ids, Map<String, double[]> numbers, Map<String, FacetColumn> facets) {

    static SegmentColumns load(LeafReader reader, IndexDefinition definition) throws IOException {
        Map<String, double[]> numbers = new HashMap<>();
        for (String attribute : definition.numericAttributes()) {
            numbers.put(attribute, numbers(reader, attribute));
        }
        Map<String, FacetColumn> facets = new HashMap<>();
        for (String attribute : definition.termFacets()) {
            facets.put(attribute, FacetColumn.ofTerms(reader, attribute));
        }
        for (String attribute : definition.booleanFacets()) {
            facets.put(attribute, FacetColumn.ofTerms(reader, attribute));
        }
        for (Map.Entry<String, List<NumberRange>> range :
                definition.rangeFacets().entrySet()) {
            double[] values = column(numbers, range.getKey());
            facets.put(range.getKey(), FacetColumn.ofBuckets(values, range.getValue()));
        }
        return new SegmentColumns(ids(reader), numbers, facets);
    }

    double[] number(String attribute) {
        return column(numbers, attribute);
    }

    FacetColumn facet(String attribute) {
        FacetColumn facet = facets.get(attribute);
        if (facet == null) {
            throw new IllegalArgumentException("Not a facet: " + attribute);
        }
        return facet;
    }

    private static double[] column(Map<String, double[]> numbers, String attribute) {
        double[] column = numbers.get(attribute);
        if (column == null) {
            throw new IllegalArgumentException("Not a number: " + attribute);
        }
        return column;
    }

    private static double[] numbers(LeafReader reader, String attribute) throws IOException {
        NumericDocValues values = DocValues.getNumeric(reader, Fields.number(attribute));
        double[] numbers = new double[reader.maxDoc()];
        for (int document = 0; document < numbers.length; document++) {
            numbers[document] =
                    values.advanceExact(document) ? Double.longBitsToDouble(values.longValue()) : Double.NaN;
        }
        return numbers;
    }

    private static @Nullable String[] ids(LeafReader reader) throws IOException {
        BinaryDocValues values = DocValues.getBinary(reader, Fields.ID);
        @Nullable String[] ids = new String[reader.maxDoc()];
        for (int document = 0; document < ids.length; document++) {
            if (values.advanceExact(document)) {
                ids[document] = values.binaryValue().utf8ToString();
            }
        }
        return ids;
    }
}

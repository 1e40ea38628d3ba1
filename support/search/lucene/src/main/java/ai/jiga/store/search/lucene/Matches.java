package ai.jiga.store.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// What a search finds in one segment: the documents that pass everything, and per filter those that it alone
/// keeps out. A facet is counted over both the matches and what only its own filter keeps out: "drilling
/// sideways".
final class Matches {
    private static final int NONE = -1;

    final int[] documents;
    int length;
    /// Whether any document has the text, whatever the filters make of it.
    boolean anyText;

    private final List<Filter> filters;
    private final int[][] keptOut;
    private final int[] keptOutLengths;

    private Matches(int size, List<Filter> filters, Set<String> facets) {
        this.documents = new int[size];
        this.filters = filters;
        this.keptOut = new int[filters.size()][];
        this.keptOutLengths = new int[filters.size()];
        for (int i = 0; i < keptOut.length; i++) {
            keptOut[i] = new int[facets.contains(filters.get(i).attribute()) ? size : 0];
        }
    }

    /// The filter of this attribute, or -1.
    private int filterOf(String attribute) {
        for (int i = 0; i < filters.size(); i++) {
            if (filters.get(i).attribute().equals(attribute)) {
                return i;
            }
        }
        return NONE;
    }

    void count(FacetCounts facet, SegmentColumns columns) {
        int filter = filterOf(facet.attribute());
        FacetColumn column = columns.facet(facet.attribute());
        if (filter == NONE) {
            facet.add(column, documents, length, documents, 0);
        } else {
            facet.add(column, documents, length, keptOut[filter], keptOutLengths[filter]);
        }
    }

    /// @param points of the text, or null when there is no text
    static Matches in(
            LeafReaderContext segment,
            SegmentColumns columns,
            short @Nullable [] points,
            List<Filter> filters,
            Set<String> facets)
            throws IOException {
        Matches matches = new Matches(segment.reader().maxDoc(), filters, facets);
        Bits live = segment.reader().getLiveDocs();
        List<FixedBitSet> passing = new ArrayList<>();
        for (Filter filter : filters) {
            passing.add(filter.passing(segment.reader(), columns));
        }
        @Nullable String[] ids = columns.ids();
        for (int document = 0; document < ids.length; document++) {
            if ((points == null || points[document] > 0)
                    && ids[document] != null
                    && (live == null || live.get(document))) {
                matches.anyText = true;
                matches.sort(document, passing);
            }
        }
        return matches;
    }

    private void sort(int document, List<FixedBitSet> passing) {
        int failed = NONE;
        for (int i = 0; i < passing.size(); i++) {
            if (!passing.get(i).get(document)) {
                if (failed != NONE) {
                    return;
                }
                failed = i;
            }
        }
        if (failed == NONE) {
            documents[length++] = document;
        } else if (keptOut[failed].length > 0) {
            keptOut[failed][keptOutLengths[failed]++] = document;
        }
    }
}

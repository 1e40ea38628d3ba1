package ai.jiga.store.search.lucene;

import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.SearchResult;
import ai.jiga.store.search.TermValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;

/// One state of the index, as of a refresh, with what belongs to the state as a whole and is asked for again
/// and again.
final class Snapshot extends IndexSearcher {
    /// Many ask for the same pages; a result of a hundred hits has some 100 KB.
    private static final int MOST_RESULTS = 128;

    private final ColumnCache columns;
    private final ConcurrentMap<String, Map<String, String>> spellings = new ConcurrentHashMap<>();
    private final ConcurrentMap<SearchRequest, SearchResult> results = new ConcurrentHashMap<>();

    private Snapshot(IndexReader reader, ColumnCache columns) {
        super(reader);
        this.columns = columns;
    }

    /// Loads the columns of its segments, so that no search has to wait for them.
    static Snapshot of(IndexReader reader, ColumnCache columns) throws IOException {
        for (LeafReaderContext segment : reader.leaves()) {
            columns.of(segment.reader());
        }
        return new Snapshot(reader, columns);
    }

    /// What was found before, or what is found now; it stays right for as long as this state is searched. Who asks
    /// the same meanwhile waits for the one search.
    SearchResult once(SearchRequest request, Function<SearchRequest, SearchResult> search) {
        if (results.size() >= MOST_RESULTS) {
            results.clear();
        }
        return results.computeIfAbsent(request, search);
    }

    /// What each key of a facet is shown as: counted over all documents, so that a value has one name whatever else
    /// is searched for.
    Map<String, String> spellings(String attribute) {
        return spellings.computeIfAbsent(attribute, this::choose);
    }

    private Map<String, String> choose(String attribute) {
        try {
            Map<TermValue, Long> counts = new HashMap<>();
            Set<String> keys = new HashSet<>();
            for (LeafReaderContext segment : getIndexReader().leaves()) {
                for (TermValue value : column(segment, attribute).values()) {
                    counts.put(value, 0L);
                    keys.add(value.key());
                }
            }
            // Mostly a key has one spelling, and then nothing needs to be counted.
            if (keys.size() < counts.size()) {
                for (LeafReaderContext segment : getIndexReader().leaves()) {
                    FacetColumn column = column(segment, attribute);
                    int[] inSegment = column.counts(segment.reader().getLiveDocs());
                    for (int i = 0; i < inSegment.length; i++) {
                        counts.merge(column.values()[i], (long) inSegment[i], Long::sum);
                    }
                }
            }
            return TermValue.shown(counts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FacetColumn column(LeafReaderContext segment, String attribute) throws IOException {
        return columns.of(segment.reader()).facet(attribute);
    }
}

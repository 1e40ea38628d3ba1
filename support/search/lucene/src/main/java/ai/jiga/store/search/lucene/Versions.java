package ai.jiga.store.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Which version of each id is indexed: in the reader as of the last refresh, and here what was written since.
/// Used by one writer at a time.
final class Versions {

    /// The latest change of an id.
    record Change(long version, boolean deletion) {

        /// Whether an upsert of this version comes after the change.
        boolean yieldsToUpsert(long next) {
            return deletion ? next > version : next >= version;
        }
    }

    private final Map<String, Change> sinceRefresh = new HashMap<>();

    @Nullable
    Change latest(String id, IndexReader reader, ColumnCache columns) throws IOException {
        Change recent = sinceRefresh.get(id);
        if (recent != null) {
            return recent;
        }
        BytesRef key = new BytesRef(id);
        for (LeafReaderContext segment : reader.leaves()) {
            Change found = find(key, segment.reader(), columns);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Change find(BytesRef key, LeafReader segment, ColumnCache columns) throws IOException {
        Terms keys = segment.terms(Fields.KEY);
        TermsEnum at = keys == null ? null : keys.iterator();
        if (at == null || !at.seekExact(key)) {
            return null;
        }
        Bits live = segment.getLiveDocs();
        PostingsEnum documents = at.postings(null, PostingsEnum.NONE);
        for (int document = documents.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = documents.nextDoc()) {
            NumericDocValues versions = segment.getNumericDocValues(Fields.VERSION);
            if ((live == null || live.get(document)) && versions != null && versions.advanceExact(document)) {
                return new Change(versions.longValue(), columns.of(segment).ids()[document] == null);
            }
        }
        return null;
    }

    void changed(String id, Change change) {
        sinceRefresh.put(id, change);
    }

    /// How many changes the reader does not show yet.
    int unseen() {
        return sinceRefresh.size();
    }

    /// The reader shows everything now.
    void refreshed() {
        sinceRefresh.clear();
    }
}

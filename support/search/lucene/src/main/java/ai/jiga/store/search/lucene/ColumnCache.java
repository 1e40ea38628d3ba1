package ai.jiga.store.search.lucene;

import ai.jiga.store.search.IndexDefinition;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/// The columns of the segments in use. New segments are loaded when they are made, before anybody searches
/// them, and dropped with the segment.
final class ColumnCache {
    private final IndexDefinition definition;
    private final ConcurrentMap<IndexReader.CacheKey, SegmentColumns> bySegment = new ConcurrentHashMap<>();

    ColumnCache(IndexDefinition definition) {
        this.definition = definition;
    }

    SegmentColumns of(LeafReader segment) throws IOException {
        IndexReader.CacheHelper core = segment.getCoreCacheHelper();
        SegmentColumns known = bySegment.get(core.getKey());
        if (known != null) {
            return known;
        }
        SegmentColumns loaded = SegmentColumns.load(segment, definition);
        if (bySegment.putIfAbsent(core.getKey(), loaded) == null) {
            core.addClosedListener(bySegment::remove);
        }
        return loaded;
    }
}

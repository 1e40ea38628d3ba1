package ai.jiga.store.search.lucene;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.SearchDocument;
import ai.jiga.store.search.SearchIndex;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.SearchResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/// One index: a single writer behind a lock, and searches on the reader of the last refresh, which no writer
/// disturbs.
final class LuceneIndex implements SearchIndex {

    /// How many changes are remembered beside the reader before it is refreshed unasked.
    private static final int MOST_UNSEEN = 20_000;

    private static final double WRITE_BUFFER_MB = 64;
    /// Fewer segments than usual: every search looks its words up in each.
    private static final int SEGMENTS_PER_TIER = 4;

    private final IndexDefinition definition;
    private final String declaration;
    private final TextAnalysis analysis;
    private final ColumnCache columns;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final ReentrantLock writing = new ReentrantLock();
    private final Versions versions = new Versions();
    private volatile @Nullable String position;

    private LuceneIndex(
            IndexDefinition definition,
            String declaration,
            ColumnCache columns,
            Directory directory,
            IndexWriter writer,
            SearcherManager searchers,
            @Nullable String position) {
        this.definition = definition;
        this.declaration = declaration;
        this.analysis = new TextAnalysis(definition);
        this.columns = columns;
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
        this.position = position;
    }

    static LuceneIndex open(Directory directory, IndexDefinition definition) throws IOException {
        String declaration = Fields.LAYOUT + " " + definition;
        String position = IndexFolder.check(directory, definition.name(), declaration);
        ColumnCache columns = new ColumnCache(definition);
        TieredMergePolicy merging = new TieredMergePolicy();
        merging.setSegmentsPerTier(SEGMENTS_PER_TIER);
        IndexWriterConfig config = new IndexWriterConfig()
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND)
                .setRAMBufferSizeMB(WRITE_BUFFER_MB)
                .setMergePolicy(merging)
                .setMergedSegmentWarmer(columns::of)
                .setCommitOnClose(false);
        IndexWriter writer = new IndexWriter(directory, config);
        try {
            if (!DirectoryReader.indexExists(directory)) {
                // From here on the folder holds an index, so that one without any is a damaged one.
                writer.setLiveCommitData(
                        IndexFolder.commitData(declaration, null).entrySet());
                writer.commit();
            }
            SearcherManager searchers = new SearcherManager(writer, new SearcherFactory() {
                @Override
                public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous)
                        throws IOException {
                    return Snapshot.of(reader, columns);
                }
            });
            return new LuceneIndex(definition, declaration, columns, directory, writer, searchers, position);
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    @Override
    public void upsert(List<SearchDocument> documents) {
        documents.forEach(definition::check);
        write(reader -> {
            for (SearchDocument document : documents) {
                Versions.Change latest = versions.latest(document.id(), reader, columns);
                if (latest == null || latest.yieldsToUpsert(document.version())) {
                    replace(
                            document.id(),
                            Fields.document(document, definition, analysis),
                            new Versions.Change(document.version(), false));
                }
            }
        });
    }

    @Override
    public void delete(String id, long version) {
        write(reader -> {
            Versions.Change latest = versions.latest(id, reader, columns);
            if (latest == null || version >= latest.version()) {
                replace(id, Fields.deletion(id, version), new Versions.Change(version, true));
            }
        });
    }

    private void replace(String id, Document document, Versions.Change change) throws IOException {
        writer.updateDocument(Fields.key(id), document);
        versions.changed(id, change);
    }

    private interface Writing {
        void run(IndexReader reader) throws IOException;
    }

    private void write(Writing change) {
        writing.lock();
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                change.run(searcher.getIndexReader());
            } finally {
                searchers.release(searcher);
            }
            if (versions.unseen() > MOST_UNSEEN) {
                refresh();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void commit(String position) {
        writing.lock();
        try {
            writer.setLiveCommitData(
                    IndexFolder.commitData(declaration, position).entrySet());
            writer.commit();
            this.position = position;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public Optional<String> position() {
        return Optional.ofNullable(position);
    }

    @Override
    public void refresh() {
        // Under the lock, so that whatever a reader does not show is in the versions, and the other way round.
        writing.lock();
        try {
            searchers.maybeRefreshBlocking();
            versions.refreshed();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public SearchResult search(SearchRequest request) {
        definition.check(request);
        return read(search -> search.once(request));
    }

    @Override
    public List<String> suggest(String prefix, int limit) {
        if (limit < 1 || limit > SearchRequest.MAX_LIMIT) {
            throw new IllegalArgumentException("limit is from 1 to " + SearchRequest.MAX_LIMIT + ": " + limit);
        }
        return read(search -> search.complete(prefix, limit));
    }

    @Override
    public long count() {
        return read(Search::count);
    }

    private interface Reading<R> {
        R run(Search search) throws IOException;
    }

    private <R> R read(Reading<R> reading) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return reading.run(new Search(definition, analysis, columns, (Snapshot) searcher));
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            searchers.close();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writing.unlock();
        }
    }
}

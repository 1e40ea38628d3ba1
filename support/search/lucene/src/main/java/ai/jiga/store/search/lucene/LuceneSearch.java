package ai.jiga.store.search.lucene;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.SearchEngine;
import ai.jiga.store.search.SearchIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/// The embedded search engine: each index is a folder of its own, or lives in memory as long as the engine.
public final class LuceneSearch implements SearchEngine {

    private interface Storage {
        Directory directory(String index) throws IOException;
    }

    private final Storage storage;

    private LuceneSearch(Storage storage) {
        this.storage = storage;
    }

    /// Indexes below this folder, which is made when it is needed.
    public static LuceneSearch open(Path folder) {
        return new LuceneSearch(index -> FSDirectory.open(folder.resolve(index)));
    }

    /// Indexes that are gone with this engine.
    public static LuceneSearch inMemory() {
        ConcurrentMap<String, Directory> directories = new ConcurrentHashMap<>();
        return new LuceneSearch(
                index -> new KeptOpen(directories.computeIfAbsent(index, unused -> new ByteBuffersDirectory())));
    }

    @Override
    public SearchIndex open(IndexDefinition definition) {
        try {
            Directory directory = storage.directory(definition.name());
            try {
                return LuceneIndex.open(directory, definition);
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e;
            }
        } catch (LockObtainFailedException e) {
            throw new IllegalStateException("Search index " + definition.name() + " is open already", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A directory that outlives the index in it, so that the index can be opened again.
    private static final class KeptOpen extends FilterDirectory {
        KeptOpen(Directory directory) {
            super(directory);
        }

        @Override
        public void close() {
            // The content goes when nobody holds the engine any more.
        }
    }
}

package ai.jiga.store.search.lucene;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of one index, checked before use. Every byte is read against its checksum, because a flipped bit
/// would otherwise show much later as a search that fails or lies; that takes a tenth of a second for 100 MB.
final class IndexFolder {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
    private static final String POSITION = "position";
    private static final String DECLARATION = "declaration";

    private IndexFolder() {}

    /// Empties the folder if it is damaged or holds something declared differently.
    ///
    /// @return the position of its last commit; null when there is none, the index being new or emptied
    /// @throws org.apache.lucene.store.LockObtainFailedException when somebody has the index open
    static @Nullable String check(Directory directory, String name, String declaration) throws IOException {
        try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            if (isEmpty(directory)) {
                return null;
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                for (LeafReaderContext segment : reader.leaves()) {
                    ((CodecReader) segment.reader()).checkIntegrity();
                }
                Map<String, String> commit = reader.getIndexCommit().getUserData();
                if (declaration.equals(commit.get(DECLARATION))) {
                    return commit.get(POSITION);
                }
                LOG.info("Search index {} was declared differently when it was built: emptied, to be fed anew", name);
            } catch (IOException | RuntimeException e) {
                // Whatever reading it throws: the index is a copy, and building it anew is always right.
                LOG.warn("Search index {} is damaged: emptied, to be fed anew", name, e);
            }
            lock.ensureValid();
            empty(directory);
            return null;
        }
    }

    /// What is kept with a commit.
    static Map<String, String> commitData(String declaration, @Nullable String position) {
        return position == null
                ? Map.of(DECLARATION, declaration)
                : Map.of(DECLARATION, declaration, POSITION, position);
    }

    private static boolean isEmpty(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                return false;
            }
        }
        return true;
    }

    private static void empty(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                directory.deleteFile(file);
            }
        }
    }
}

package ai.jiga.store.search.lucene;

import ai.jiga.store.search.SearchEngine;
import ai.jiga.store.search.testkit.FilesContract;
import java.nio.file.Path;

class LuceneFilesTest extends FilesContract {
    @Override
    protected SearchEngine engine(Path folder) {
        return LuceneSearch.open(folder);
    }
}

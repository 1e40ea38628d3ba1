package ai.jiga.store.search.lucene;

import ai.jiga.store.search.SearchEngine;
import ai.jiga.store.search.testkit.SearchContract;
import java.nio.file.Path;

class LuceneSearchInMemoryTest extends SearchContract {
    @Override
    protected SearchEngine engine(Path folder) {
        return LuceneSearch.inMemory();
    }
}

package ai.jiga.store.search.lucene;

import ai.jiga.store.search.SearchEngine;
import ai.jiga.store.search.testkit.SearchContract;
import java.nio.file.Path;

class LuceneSearchTest extends SearchContract {
    @Override
    protected SearchEngine engine(Path folder) {
        return LuceneSearch.open(folder);
    }
}

package ai.jiga.store.search.algolia;

import ai.jiga.store.search.SearchEngine;
import ai.jiga.store.search.testkit.Capability;
import ai.jiga.store.search.testkit.SearchContract;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.AfterEach;

class AlgoliaSearchTest extends SearchContract {
    private final ConcurrentMap<Path, AlgoliaStub> stubs = new ConcurrentHashMap<>();

    @Override
    protected SearchEngine engine(Path folder) {
        return AlgoliaSearch.open(
                stubs.computeIfAbsent(folder, unused -> new AlgoliaStub()).options(), Stubbed.PATIENCE);
    }

    /// See `docs/architecture/algolia.md`: all of these are Algolia's documented ways.
    @Override
    protected Set<Capability> lacking() {
        return EnumSet.allOf(Capability.class);
    }

    @AfterEach
    void stop() {
        stubs.values().forEach(AlgoliaStub::close);
    }
}

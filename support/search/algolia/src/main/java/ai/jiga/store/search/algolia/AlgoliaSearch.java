package ai.jiga.store.search.algolia;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.SearchEngine;
import ai.jiga.store.search.SearchIndex;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The search engine on Algolia: each index is one of an application there, named by the prefix and the
/// declaration's name, with a replica for every offered sort. It has not been run against Algolia's service
/// itself, only against a stub of its documented API.
///
/// That an index is open once is known within this engine only: Algolia has no locks. Several processes that
/// feed one index do each other no harm, since older versions are refused over there.
public final class AlgoliaSearch implements SearchEngine, AutoCloseable {
    private static final Duration REACHABLE_WITHIN = Duration.ofSeconds(1);

    private final AlgoliaOptions options;
    private final Patience patience;
    private final Service service;
    private final Set<String> open = ConcurrentHashMap.newKeySet();

    private AlgoliaSearch(AlgoliaOptions options, Patience patience) {
        this.options = options;
        this.patience = patience;
        this.service = new Service(options, patience);
    }

    /// Nothing is asked of Algolia before an index is opened.
    public static AlgoliaSearch open(AlgoliaOptions options) {
        return new AlgoliaSearch(options, Patience.usual());
    }

    static AlgoliaSearch open(AlgoliaOptions options, Patience patience) {
        return new AlgoliaSearch(options, patience);
    }

    /// Makes Algolia's index fit the declaration. One that was built under another declaration is emptied; one
    /// that this engine has not built is left alone.
    ///
    /// @throws IllegalStateException when the index is open already, or holds records of somebody else
    /// @throws AlgoliaRefusedException when the key may not do what is needed
    /// @throws java.io.UncheckedIOException when Algolia cannot be reached
    @Override
    public SearchIndex open(IndexDefinition definition) {
        String index = indexName(definition.name());
        if (!open.add(index)) {
            throw new IllegalStateException("Search index " + index + " is open already");
        }
        try {
            IndexSetup setup = new IndexSetup(service, index, definition);
            Optional<String> position = setup.prepare();
            return new AlgoliaIndex(service, patience, setup, position, () -> open.remove(index));
        } catch (RuntimeException e) {
            open.remove(index);
            throw e;
        }
    }

    /// What keeps Algolia from being used, as one sentence that never holds the key; empty when it answers and
    /// takes the key. Takes a second at most, for a health check.
    public Optional<String> trouble() {
        return trouble(REACHABLE_WITHIN);
    }

    Optional<String> trouble(Duration within) {
        return service.trouble(open.stream().findAny().orElse(indexName("any")), within);
    }

    private String indexName(String name) {
        return options.indexPrefix() + "_" + name;
    }

    /// Indexes that are open cannot be used any more.
    @Override
    public void close() {
        service.close();
    }
}

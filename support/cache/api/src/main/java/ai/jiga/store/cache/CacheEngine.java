package ai.jiga.store.cache;

import java.util.Optional;

/// Opens caches, and owns what they lie in.
public interface CacheEngine extends AutoCloseable {
    /// The cache of this declaration. In an engine that several processes share, those of one name are one
    /// cache.
    ///
    /// @throws IllegalStateException when this engine has opened a cache of this name already
    <T> Cache<T> open(CacheDefinition<T> definition);

    /// What is wrong, in words for whoever runs the store, naming no host. Caches go on without the engine
    /// then: they keep nothing, and every read is a load.
    Optional<String> trouble();

    /// Whatever is kept by this process is forgotten; caches of a closed engine keep nothing.
    @Override
    void close();
}

package ai.jiga.store.cache.testkit;

/// Everything that an engine promises.
public interface CacheContract
        extends LoadingContract,
                LoadingSeveralContract,
                InvalidatingContract,
                WritingThroughContract,
                RefreshingContract,
                LimitingContract {}

/// The contract of [ai.jiga.store.cache.CacheEngine] and [ai.jiga.store.cache.RateLimiter] as tests, one
/// interface for each capability, joined in [ai.jiga.store.cache.testkit.CacheContract]. What only engines
/// promise that several processes share is in [ai.jiga.store.cache.testkit.SharedCacheContract].
@NullMarked
package ai.jiga.store.cache.testkit;

import org.jspecify.annotations.NullMarked;

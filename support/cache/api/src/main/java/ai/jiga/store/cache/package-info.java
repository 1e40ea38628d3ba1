/// The cache seam. A cache is declared once ([CacheDefinition]) and opened by an engine; it keeps copies of
/// what the documents say, so that whatever it loses can be loaded again, and a read that finds it gone
/// costs time and nothing else. What a cache must never do is to give back an old value after it was told
/// of a new one: that is what engines are tested for. Beside caches: limits of rates ([RateLimiter]), which
/// must be counted where a cache lies, and writing behind ([WriteBehind]), which needs no engine.
@NullMarked
package ai.jiga.store.cache;

import org.jspecify.annotations.NullMarked;

/// Caches and limits within the process, on Caffeine and Bucket4j: nothing to install, nothing that can be
/// away. What processes share they do not: each has copies of its own, and hears of changes by events.
@NullMarked
package ai.jiga.store.cache.caffeine;

import org.jspecify.annotations.NullMarked;

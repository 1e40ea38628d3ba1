/// The cache contract on a real Redis, and what happens when it goes and comes back.
@NullMarked
package ai.jiga.store.cache.redis;

import org.jspecify.annotations.NullMarked;

/// The cache contract, run on the embedded engine.
@NullMarked
package ai.jiga.store.cache.caffeine;

import org.jspecify.annotations.NullMarked;

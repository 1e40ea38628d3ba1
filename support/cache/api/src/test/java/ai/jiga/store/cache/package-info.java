/// What needs no engine: writing behind.
@NullMarked
package ai.jiga.store.cache;

import org.jspecify.annotations.NullMarked;

/// The search contract, run on the embedded engine.
@NullMarked
package ai.jiga.store.search.lucene;

import org.jspecify.annotations.NullMarked;

/// The search contract, run on the Algolia engine over HTTP against a stub of Algolia's documented API, and what
/// the engine does when that API fails.
@NullMarked
package ai.jiga.store.search.algolia;

import org.jspecify.annotations.NullMarked;

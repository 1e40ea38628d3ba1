/// The contract of the search engine seam as tests, written once: an engine's own test extends
/// [ai.jiga.store.search.testkit.SearchContract] and says how to open it.
@NullMarked
package ai.jiga.store.search.testkit;

import org.jspecify.annotations.NullMarked;

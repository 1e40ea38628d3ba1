/// The marketplace through its use cases, on memory documents and a Lucene index in a folder of its own.
@NullMarked
package ai.jiga.store.marketplace;

import org.jspecify.annotations.NullMarked;

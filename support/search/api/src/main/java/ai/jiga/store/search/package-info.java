/// The search engine seam. An index is declared once ([IndexDefinition]): which attributes are searched, in
/// what order of weight, which are filtered, counted and sorted by. An engine knows those declared attributes
/// and nothing of what the documents mean, so that the same declaration serves the embedded engine and a hosted
/// one. The index is a derived copy: whoever feeds it can rebuild it from the documents, starting at the
/// position of its last durable commit.
@NullMarked
package ai.jiga.store.search;

import org.jspecify.annotations.NullMarked;

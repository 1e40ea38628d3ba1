/// The search engine on Algolia. What an index is, how it is asked and what its documents are comes from the
/// declaration that the embedded engine shares; here it becomes settings, one replica for each offered sort, and
/// synonyms, pushed at open where they differ. Each record carries a stamp made of its document's version, and
/// Algolia itself refuses what is older, so that changes may arrive repeatedly, out of order and from several
/// processes. The position of the last commit is a record of its own, published with the changes that lead to
/// it. `docs/architecture/algolia.md` says what this engine does differently from the embedded one.
@NullMarked
package ai.jiga.store.search.algolia;

import org.jspecify.annotations.NullMarked;

/// What every engine of the document store shares, so that engines cannot disagree: which declared index
/// answers a query ([ai.jiga.store.documents.engine.IndexPlanner]), how values become JSON and back
/// ([ai.jiga.store.documents.engine.Codec]), how JSON values are ordered, what a transaction collects
/// ([ai.jiga.store.documents.engine.BufferedTransaction]) and what it then changes
/// ([ai.jiga.store.documents.engine.Changes]), and who watches. Services do not use it.
@NullMarked
package ai.jiga.store.documents.engine;

import org.jspecify.annotations.NullMarked;

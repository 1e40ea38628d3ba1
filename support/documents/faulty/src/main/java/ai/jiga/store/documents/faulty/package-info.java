/// Any engine of the document store, with the faults of a distributed one put before it: lost races, slow
/// answers, answers that never come, and commits whose answer is lost. What stands on the store is tested
/// with it; nothing ships it.
@NullMarked
package ai.jiga.store.documents.faulty;

import org.jspecify.annotations.NullMarked;

/// Copies a whole store from one engine of documents to another: all collections in batches, with progress, to be gone
/// on with after an interruption, and compared at the end.
@NullMarked
package ai.jiga.store.app.migrate;

import org.jspecify.annotations.NullMarked;

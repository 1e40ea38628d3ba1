/// The document store in the memory of the process: the engine of unit tests, and the simplest statement of what the
/// others must do. One lock, no index, values as JSON text so that what does not survive encoding shows.
@NullMarked
package ai.jiga.store.documents.memory;

import org.jspecify.annotations.NullMarked;

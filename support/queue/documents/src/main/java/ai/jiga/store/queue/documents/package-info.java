/// Delayed tasks without a vendor: they lie in the documents, a timer and a poll find what is due, and this process
/// runs it. Memory holds only what a new start finds again. One process for each store.
@NullMarked
package ai.jiga.store.queue.documents;

import org.jspecify.annotations.NullMarked;

/// What engines of events, and engines of tasks, have in common: lanes that keep a key's work in order, one attempt
/// at bringing an event to a handler with its proof in the inbox, the lines of parked events, the documents of tasks,
/// and how attempts are paced. For engines only; services know the package above.
@NullMarked
package ai.jiga.store.queue.engine;

import org.jspecify.annotations.NullMarked;

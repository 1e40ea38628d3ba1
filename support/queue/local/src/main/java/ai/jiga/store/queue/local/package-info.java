/// Events within one process: lanes of virtual threads, one for each key, read the outbox and bring each event to its
/// handlers. All state that must survive a crash is documents (outbox, inbox, parked events); memory holds only what
/// a new start finds again. One process for each store.
@NullMarked
package ai.jiga.store.queue.local;

import org.jspecify.annotations.NullMarked;

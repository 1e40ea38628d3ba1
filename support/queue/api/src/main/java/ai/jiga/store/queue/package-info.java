/// Events and delayed tasks: written in the transaction that causes them, delivered at least once, handled once.
/// Order holds per key; a poison event parks its key for its handler alone. Engines differ in how entries travel
/// (in this process, Pub/Sub, Cloud Tasks); the outbox, the inbox and what is parked are documents on all of them.
@NullMarked
package ai.jiga.store.queue;

import org.jspecify.annotations.NullMarked;

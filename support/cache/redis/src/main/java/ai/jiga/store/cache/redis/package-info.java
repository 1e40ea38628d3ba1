/// Caches and limits in Redis, shared by all processes of a store. There is no copy of it in the process: a
/// read is one round trip, so what another process changed is seen by the next read, and nothing has to be
/// told about. A Redis that does not answer is left alone until it does: reads go to the loads, limits are
/// counted by each process, and what was invalidated meanwhile is owed, and paid before anything is read
/// again.
@NullMarked
package ai.jiga.store.cache.redis;

import org.jspecify.annotations.NullMarked;

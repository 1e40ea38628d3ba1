/// Same key, same request: the same answer, and the effect once. The record lies in the transaction of the effect.
@NullMarked
package ai.jiga.store.idempotency;

import org.jspecify.annotations.NullMarked;

/// The contract, on this engine.
@NullMarked
package ai.jiga.store.live.memory;

import org.jspecify.annotations.NullMarked;

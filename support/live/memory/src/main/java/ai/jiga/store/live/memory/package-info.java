/// The live mirror in this process: for a store whose clients ask it itself.
@NullMarked
package ai.jiga.store.live.memory;

import org.jspecify.annotations.NullMarked;

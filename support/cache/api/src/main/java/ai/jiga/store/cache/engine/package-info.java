/// What all engines of the seam share, for engines only. The rule that no old value comes back is kept
/// here, once: every key has a slot, and what is put into it must name the stamp that was found in it. An
/// engine is a place for slots ([ai.jiga.store.cache.engine.Slots]).
@NullMarked
package ai.jiga.store.cache.engine;

import org.jspecify.annotations.NullMarked;

/// What is known about the match, as plain records that each turn a signal into the next state. Nothing here reads a
/// clock, speaks, or grows without bound: texts are cut and tallies keep a dozen names at most.
@NullMarked
package ai.jiga.store.models.builtin.match;

import org.jspecify.annotations.NullMarked;

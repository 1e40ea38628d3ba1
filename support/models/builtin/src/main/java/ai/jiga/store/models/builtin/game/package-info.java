/// What the coach knows about games before a match begins: names, what wins, what things cost, and what good players
/// do in each mode. Only what holds across seasons is written down; what a patch may change is left to the game to say.
@NullMarked
package ai.jiga.store.models.builtin.game;

import org.jspecify.annotations.NullMarked;

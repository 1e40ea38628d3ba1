/// The `builtin` engine: a coach that needs no network. It keeps the match's state from game events, answers questions
/// about it and speaks up by itself, as far as the agent's rank, type and tools allow. The same brief and the same
/// stimuli always give the same replies: it reads no clock, rolls no dice, and does not depend on the order of a hash.
@NullMarked
package ai.jiga.store.models.builtin;

import org.jspecify.annotations.NullMarked;

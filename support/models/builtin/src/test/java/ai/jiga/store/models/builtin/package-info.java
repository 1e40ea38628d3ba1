/// The coach, held by golden dialogues and by what must be true of every dialogue.
@NullMarked
package ai.jiga.store.models.builtin;

import org.jspecify.annotations.NullMarked;

/// How an agent sounds: a few phrases of its own, chosen by voice and nationality. Manner never changes what is said.
@NullMarked
package ai.jiga.store.models.builtin.manner;

import org.jspecify.annotations.NullMarked;

/// What one agent is, in types: its rank, type and tools decide what it may do and say.
@NullMarked
package ai.jiga.store.models.builtin.agent;

import org.jspecify.annotations.NullMarked;

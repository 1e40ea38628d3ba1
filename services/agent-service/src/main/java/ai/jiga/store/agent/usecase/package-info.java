/// What can be done with agents, one class for each: create, replace, configure, derive, delete, look back, and count
/// what they earn.
@NullMarked
package ai.jiga.store.agent.usecase;

import org.jspecify.annotations.NullMarked;

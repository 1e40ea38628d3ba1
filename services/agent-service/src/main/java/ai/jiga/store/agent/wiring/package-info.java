/// Builds the agent service from what its process provides.
@NullMarked
package ai.jiga.store.agent.wiring;

import org.jspecify.annotations.NullMarked;

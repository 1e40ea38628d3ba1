/// What is promised of agents' words.
@NullMarked
package ai.jiga.store.contracts.agent;

import org.jspecify.annotations.NullMarked;

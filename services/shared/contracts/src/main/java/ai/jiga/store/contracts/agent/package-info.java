/// What other services may know of agents: the words (rank, type, tool, provider), one view of an agent, and
/// the events of its life.
@NullMarked
package ai.jiga.store.contracts.agent;

import org.jspecify.annotations.NullMarked;

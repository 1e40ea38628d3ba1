/// How agents are reached: the REST resources under `/api/v1`, the events that other services write, and the task that
/// takes up a variant whose payment a crash left open.
@NullMarked
package ai.jiga.store.agent.inbound;

import org.jspecify.annotations.NullMarked;

/// How agents are reached: the REST resources under `/api/v1`, their pictures under `/assets`, the events
/// that other services write, and the tasks that take up a variant whose payment a crash left open and
/// throw uploads away.
@NullMarked
package ai.jiga.store.agent.inbound;

import org.jspecify.annotations.NullMarked;

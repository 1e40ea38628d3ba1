/// What to say: answers to questions, and notices of what happens. Answers are drafted whole; the agent's rank, type
/// and tools decide how much of a draft is said.
@NullMarked
package ai.jiga.store.models.builtin.advice;

import org.jspecify.annotations.NullMarked;

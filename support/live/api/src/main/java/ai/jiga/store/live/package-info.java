/// How sessions stand right now, for whoever may look on without asking this process: a copy that is allowed
/// to be late, and that nothing of the store ever reads or waits for.
@NullMarked
package ai.jiga.store.live;

import org.jspecify.annotations.NullMarked;

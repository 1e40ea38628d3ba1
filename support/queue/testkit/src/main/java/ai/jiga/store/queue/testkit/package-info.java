/// What every engine of events and tasks must keep, as tests: an engine extends [EventDeliveryContract] and
/// [TaskContract] and says how it is opened. Owns nothing else.
@NullMarked
package ai.jiga.store.queue.testkit;

import org.jspecify.annotations.NullMarked;

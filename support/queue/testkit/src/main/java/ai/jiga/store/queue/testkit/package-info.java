/// What every engine must keep, as tests: one of events extends [EventDeliveryContract] and [ParkingContract], one of
/// tasks extends [TaskContract], and says how it is opened. Owns nothing else.
@NullMarked
package ai.jiga.store.queue.testkit;

import org.jspecify.annotations.NullMarked;

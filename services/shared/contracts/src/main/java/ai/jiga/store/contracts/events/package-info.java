/// The list of all events that services write, for those who take them all: analytics, and the schemas in
/// `docs/api/events`.
@NullMarked
package ai.jiga.store.contracts.events;

import org.jspecify.annotations.NullMarked;

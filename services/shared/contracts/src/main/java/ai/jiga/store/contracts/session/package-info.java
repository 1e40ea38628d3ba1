/// What other services may ask of sessions: hire, and who was charged; and their events.
@NullMarked
package ai.jiga.store.contracts.session;

import org.jspecify.annotations.NullMarked;

/// What operators do to the running store besides its services: events that nobody could handle, and the record of
/// what operators did.
@NullMarked
package ai.jiga.store.gateway.operations;

import org.jspecify.annotations.NullMarked;

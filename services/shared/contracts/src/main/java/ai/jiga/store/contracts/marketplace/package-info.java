/// What other services may know of the marketplace: its events.
@NullMarked
package ai.jiga.store.contracts.marketplace;

import org.jspecify.annotations.NullMarked;

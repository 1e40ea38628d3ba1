/// Builds the marketplace out of what the process provides.
@NullMarked
package ai.jiga.store.marketplace.wiring;

import org.jspecify.annotations.NullMarked;

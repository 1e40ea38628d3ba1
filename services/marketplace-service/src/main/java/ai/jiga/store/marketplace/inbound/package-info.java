/// REST resources, event handlers and tasks of the marketplace.
@NullMarked
package ai.jiga.store.marketplace.inbound;

import org.jspecify.annotations.NullMarked;

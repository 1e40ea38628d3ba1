/// Rules of the marketplace, alone.
@NullMarked
package ai.jiga.store.marketplace.model;

import org.jspecify.annotations.NullMarked;

/// What owners and players do on the marketplace, and how listings, their figures and the search index are kept true.
@NullMarked
package ai.jiga.store.marketplace.usecase;

import org.jspecify.annotations.NullMarked;

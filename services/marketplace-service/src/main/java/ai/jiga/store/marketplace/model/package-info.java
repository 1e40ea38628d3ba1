/// What a listing is and shows, the rules of publishing, reviews, and what the search index knows of a listing.
@NullMarked
package ai.jiga.store.marketplace.model;

import org.jspecify.annotations.NullMarked;

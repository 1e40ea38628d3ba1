package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.MarketplaceCollections;

/// Who may see and change which listing.
final class ListingAccess {
    private ListingAccess() {}

    /// One that is taken down is shown to its owner and to operators only: others may not know of it.
    static Outcome<Listing> seen(Reader reader, ListingId id, Caller caller) {
        return reader.get(MarketplaceCollections.listing(id))
                .map(Document::value)
                .filter(listing -> listing.status().isPublic() || caller.is(listing.ownerId()) || caller.isAdmin())
                .map(Outcome::done)
                .orElseGet(() -> Outcome.rejected(ErrorCode.LISTING_NOT_FOUND, "There is no listing '" + id + "'."));
    }

    static Outcome<Listing> owned(Reader reader, ListingId id, Caller caller) {
        return seen(reader, id, caller)
                .then(listing -> caller.is(listing.ownerId())
                        ? Outcome.done(listing)
                        : Outcome.rejected(
                                ErrorCode.NOT_AGENT_OWNER,
                                "This listing is another user's: only its owner may do this."));
    }

    /// For what its owner may change as long as no operator has a hand on it.
    static Outcome<Listing> changeable(Reader reader, ListingId id, Caller caller) {
        return owned(reader, id, caller).then(ListingAccess::upToItsOwner);
    }

    static Outcome<Listing> upToItsOwner(Listing listing) {
        return listing.status().isUpToItsOwner()
                ? Outcome.done(listing)
                : Outcome.rejected(
                        ErrorCode.LISTING_NOT_HIRABLE,
                        "This listing is " + listing.status().label().replace('_', ' ')
                                + ": an operator decides about it first.");
    }
}

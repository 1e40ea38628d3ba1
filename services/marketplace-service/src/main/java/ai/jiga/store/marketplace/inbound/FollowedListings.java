package ai.jiga.store.marketplace.inbound;

import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.lines.StateChannel;
import ai.jiga.store.marketplace.usecase.FollowListing;
import java.util.List;

/// What `listing:{id}` on `/ws` tells of: how a listing's page reads, as `GET /marketplace/{id}` says it.
public final class FollowedListings implements StateChannel.Source {
    private final FollowListing listings;

    public FollowedListings(FollowListing listings) {
        this.listings = listings;
    }

    @Override
    public Outcome<StateChannel.Subject> find(Caller.User caller, String text) {
        try {
            return Outcome.done(new Followed(caller, ListingId.of(text)));
        } catch (IllegalArgumentException malformed) {
            return FollowListing.notFound();
        }
    }

    private final class Followed implements StateChannel.Subject {
        private final Caller.User caller;
        private final ListingId id;

        private Followed(Caller.User caller, ListingId id) {
            this.caller = caller;
            this.id = id;
        }

        @Override
        public Object version() {
            return listings.version(id);
        }

        @Override
        public Outcome<?> look() {
            return listings.look(caller, id);
        }

        @Override
        public List<? extends AutoCloseable> watch(Runnable changed) {
            return List.of(listings.watch(id, changed));
        }
    }
}

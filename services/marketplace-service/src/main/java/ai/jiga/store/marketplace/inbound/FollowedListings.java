package ai.jiga.store.marketplace.inbound;

import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.lines.ChannelKind;
import ai.jiga.store.lines.LatestState;
import ai.jiga.store.marketplace.usecase.FollowListing;
import ai.jiga.store.marketplace.usecase.ListingPage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/// `listing:{id}` on `/ws`: how a listing's page reads, as `GET /marketplace/{id}` says it.
public final class ListingChannel implements ChannelKind {
    private static final String CHANGED = "listing.changed";
    private static final String GONE = "listing.gone";

    private final FollowListing listings;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Executor threads;

    public ListingChannel(FollowListing listings, ObjectMapper json, InstantSource clock, Executor threads) {
        this.listings = listings;
        this.json = json;
        this.clock = clock;
        this.threads = threads;
    }

    @Override
    public String name() {
        return "listing";
    }

    @Override
    public boolean hasId() {
        return true;
    }

    @Override
    public Outcome<Listening> open(Caller.User caller, String text, Listener listener) {
        ListingId id;
        try {
            id = ListingId.of(text);
        } catch (IllegalArgumentException malformed) {
            return FollowListing.notFound();
        }
        // Asked first, so that what changes meanwhile is told once more rather than not at all.
        var seen = new AtomicReference<String>(listings.version(id));
        return listings.look(caller, id).map(page -> {
            var state = new LatestState(threads, json.valueToTree(page), () -> change(caller, id, seen), listener);
            return state.watching(listings.watch(id, state::changed));
        });
    }

    private Optional<JsonNode> change(Caller.User caller, ListingId id, AtomicReference<String> seen) {
        String version = listings.version(id);
        if (version.equals(seen.getAndSet(version))) {
            return Optional.empty();
        }
        ObjectNode event = json.createObjectNode().put("at", clock.instant().toString());
        return Optional.of(
                switch (listings.look(caller, id)) {
                    case Outcome.Done<ListingPage> done ->
                        event.put("type", CHANGED).set("data", json.valueToTree(done.value()));
                    // It may come back: whoever listens is told then.
                    case Outcome.Rejected<ListingPage> gone -> event.put("type", GONE);
                });
    }
}

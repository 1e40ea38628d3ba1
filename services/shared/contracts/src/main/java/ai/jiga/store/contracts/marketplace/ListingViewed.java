package ai.jiga.store.contracts.marketplace;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventData;
import org.jspecify.annotations.Nullable;

/// Somebody looked at a listing's page.
///
/// @param viewerId absent for somebody who is not signed in
public record ListingViewed(
        ListingId listingId, AgentId agentId, @Nullable UserId viewerId) implements EventData {
    public static final String TYPE = "listing.viewed";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String key() {
        return listingId.value();
    }
}

package ai.jiga.store.marketplace.model;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a player says of a session that was paid for. One for each session: its id is the session's.
///
/// @param rating 1 to 5
/// @param title 100 characters at most
/// @param comment 2,000 characters at most
/// @param helpful whether the player would hire the agent again for the same purpose
public record Review(
        SessionId sessionId,
        ListingId listingId,
        AgentId agentId,
        UserId reviewerId,
        int rating,
        @Nullable String title,
        String comment,
        @Nullable Boolean helpful,
        Instant createdAt) {
    public static final int MAX_TITLE = 100;
    public static final int MAX_COMMENT = 2_000;
}

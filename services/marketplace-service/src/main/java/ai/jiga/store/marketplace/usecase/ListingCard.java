package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.json.PictureUrl;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.marketplace.model.ListedAgent;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.ListingStats;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A listing as it stands in a list.
///
/// @param badges earned by its agent
/// @param highlights what the search found, as HTML with `<em>`; absent when nothing was searched for
public record ListingCard(
        ListingId listingId,
        AgentId agentId,
        String title,
        String description,
        Agent agent,
        Pricing pricing,
        Stats stats,
        List<String> games,
        List<String> specializations,
        List<String> tags,
        List<String> badges,
        Open availability,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> highlights) {
    public record Agent(
            String name,
            @PictureUrl @Nullable String imageUrl,
            Rank rank,
            AgentType type,
            Provider provider,
            String nationality,
            String language,
            boolean hasVoiceChat,
            boolean hasCommentator,
            boolean hasMemory) {
        static Agent of(ListedAgent agent) {
            return new Agent(
                    agent.name(),
                    agent.imageUrl(),
                    agent.rank(),
                    agent.type(),
                    agent.provider(),
                    agent.nationality(),
                    agent.language(),
                    agent.hasVoiceChat(),
                    agent.hasCommentator(),
                    agent.hasMemory());
        }
    }

    public record Pricing(Dof baseRate, String currency, String unit) {
        static Pricing of(Dof rate) {
            return new Pricing(rate, "DOF", "hour");
        }
    }

    /// @param rating the mean of each person's latest, 1 to 5; null before the first
    /// @param ratingCount people who rated
    /// @param totalHires those that were charged
    /// @param successRate the share of `successBase` that neither a failure nor a dropped line ended, 0
    ///     to 1; null before the first
    /// @param successBase charged sessions in which the agent answered
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Stats(
            @Nullable Double rating,
            long ratingCount,
            long totalHires,
            @Nullable Double successRate,
            long successBase) {
        static Stats of(ListingStats stats) {
            return new Stats(
                    stats.rating(),
                    stats.ratingCount(),
                    stats.chargedHires(),
                    stats.successRate(),
                    stats.answeredSessions());
        }
    }

    /// @param nextAvailable when it is closed: when it opens
    public record Open(
            @JsonProperty("isAvailable") boolean isAvailable,
            @Nullable Instant nextAvailable) {
        static Open of(Listing listing, Instant now) {
            var availability = listing.content().availability();
            return new Open(availability.at(now), availability.opensAfter(now).orElse(null));
        }
    }

    static ListingCard of(Listing listing, Instant now, Map<String, String> highlights) {
        return new ListingCard(
                listing.id(),
                listing.agentId(),
                listing.content().title(),
                listing.content().description(),
                Agent.of(listing.agent()),
                Pricing.of(listing.content().rate()),
                Stats.of(listing.stats()),
                listing.games(),
                listing.agent().specializations(),
                listing.content().tags(),
                List.of(),
                Open.of(listing, now),
                highlights);
    }
}

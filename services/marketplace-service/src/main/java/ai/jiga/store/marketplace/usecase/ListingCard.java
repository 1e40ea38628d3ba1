package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.agent.Runtimes;
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
    /// @param provider whose model its owner asks for
    /// @param runtime whose model really answers; absent when none does, and then nobody hires it
    public record Agent(
            String name,
            @PictureUrl @Nullable String imageUrl,
            Rank rank,
            AgentType type,
            Provider provider,
            @Nullable Provider runtime,
            String nationality,
            String language,
            boolean hasVoiceChat,
            boolean hasCommentator,
            boolean hasMemory) {
        static Agent of(Listing listing, Runtimes runtimes) {
            ListedAgent agent = listing.agent();
            return new Agent(
                    agent.name(),
                    agent.imageUrl(),
                    agent.rank(),
                    agent.type(),
                    agent.provider(),
                    listing.runtime(runtimes),
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

    /// @param isAvailable whether it can be hired now
    /// @param nextAvailable when it is outside of its hours: when they begin
    /// @param reason why it is not available; absent when it is
    public record Open(
            @JsonProperty("isAvailable") boolean isAvailable,
            @Nullable Instant nextAvailable,
            @Nullable Reason reason) {
        static Open of(Listing listing, Runtimes runtimes, Instant now) {
            var availability = listing.content().availability();
            if (listing.status() != ListingStatus.ACTIVE) {
                return new Open(false, null, Reason.NOT_ON_THE_MARKET);
            }
            if (listing.runtime(runtimes) == null) {
                return new Open(false, null, Reason.RUNTIME_NOT_CONNECTED);
            }
            return availability.at(now)
                    ? new Open(true, null, null)
                    : new Open(false, availability.opensAfter(now).orElse(null), Reason.OUTSIDE_ITS_HOURS);
        }
    }

    public enum Reason {
        /// Its owner has paused it or taken it down, or an operator has a hand on it: the listing's
        /// status says which.
        @JsonProperty("not_on_the_market")
        NOT_ON_THE_MARKET,
        /// No runtime of its provider is connected to this store.
        @JsonProperty("runtime_not_connected")
        RUNTIME_NOT_CONNECTED,
        @JsonProperty("outside_its_hours")
        OUTSIDE_ITS_HOURS
    }

    static ListingCard of(Listing listing, Runtimes runtimes, Instant now, Map<String, String> highlights) {
        return new ListingCard(
                listing.id(),
                listing.agentId(),
                listing.content().title(),
                listing.content().description(),
                Agent.of(listing, runtimes),
                Pricing.of(listing.content().rate()),
                Stats.of(listing.stats()),
                listing.games(),
                listing.agent().specializations(),
                listing.content().tags(),
                List.of(),
                Open.of(listing, runtimes, now),
                highlights);
    }
}

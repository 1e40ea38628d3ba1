package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.contracts.agent.Specialization;
import ai.jiga.store.contracts.agent.Tool;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.marketplace.model.Availability;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.Moderation;
import ai.jiga.store.web.SeenByFew;
import ai.jiga.store.web.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A listing's own page: all of its card, and more.
///
/// @param reviews the latest, when they were asked for
/// @param details of its agent, when they were asked for
/// @param moderation why an operator took it down
/// @param ratings how many people gave which rating, when the stats were asked for
public record ListingPage(
        ListingId listingId,
        AgentId agentId,
        UserId ownerId,
        ListingStatus status,
        String title,
        String description,
        ListingCard.Agent agent,
        ListingCard.Pricing pricing,
        ListingCard.Stats stats,
        List<String> category,
        List<String> games,
        List<String> specializations,
        List<String> tags,
        List<String> badges,
        Opening availability,
        Instant publishedAt,
        Instant updatedAt,
        @Nullable List<ReviewView> reviews,
        @Nullable Details details,
        @Nullable List<Ratings> ratings,
        @Nullable Moderated moderation,
        @JsonIgnore long version)
        implements Versioned, SeenByFew {
    public record Opening(
            @JsonProperty("isAvailable") boolean isAvailable,
            @Nullable Instant nextAvailable,
            ListingCard.@Nullable Reason reason,
            Availability.Schedule schedule,
            @Nullable List<Hours> hours,
            @Nullable String timezone) {
        static Opening of(Listing listing, Runtimes runtimes, Instant now) {
            Availability availability = listing.content().availability();
            var open = ListingCard.Open.of(listing, runtimes, now);
            boolean always = availability.schedule() == Availability.Schedule.ALWAYS;
            return new Opening(
                    open.isAvailable(),
                    open.nextAvailable(),
                    open.reason(),
                    availability.schedule(),
                    always ? null : availability.hours().stream().map(Hours::of).toList(),
                    always ? null : availability.timezone());
        }
    }

    /// @param days `monday` to `sunday`
    /// @param from `18:00`
    public record Hours(List<String> days, String from, String to) {
        static Hours of(Availability.Hours hours) {
            return new Hours(
                    Arrays.stream(DayOfWeek.values())
                            .filter(day ->
                                    hours.days().isEmpty() || hours.days().contains(day))
                            .map(day -> day.name().toLowerCase(Locale.ROOT))
                            .toList(),
                    hours.from().toString(),
                    hours.to().toString());
        }
    }

    /// What an agent says of itself beyond its listing.
    public record Details(
            String description,
            String voiceId,
            Set<Tool> toolkit,
            @Nullable Specialization specialization) {
        static Details of(AgentView agent) {
            return new Details(agent.description(), agent.voiceId(), agent.toolkit(), agent.specialization());
        }
    }

    /// That an operator took it down, as its owner and operators see it.
    public record Moderated(String reason, Instant at) {
        static @Nullable Moderated of(@Nullable Moderation hand) {
            return hand == null ? null : new Moderated(hand.reason(), hand.at());
        }
    }

    /// @param rating 1 to 5
    /// @param people whose latest rating it is
    public record Ratings(int rating, long people) {}

    /// What was asked for besides; null where it was not.
    record More(
            @Nullable List<ReviewView> reviews,
            @Nullable Details details,
            @Nullable List<Ratings> ratings) {
        static final More NONE = new More(null, null, null);
    }

    static ListingPage of(Listing listing, Runtimes runtimes, Instant now) {
        return of(listing, runtimes, now, More.NONE);
    }

    static ListingPage of(Listing listing, Runtimes runtimes, Instant now, More more) {
        var opening = Opening.of(listing, runtimes, now);
        return new ListingPage(
                listing.id(),
                listing.agentId(),
                listing.ownerId(),
                listing.status(),
                listing.content().title(),
                listing.content().description(),
                ListingCard.Agent.of(listing, runtimes),
                ListingCard.Pricing.of(listing.content().rate()),
                ListingCard.Stats.of(listing.stats()),
                listing.content().categories(),
                listing.games(),
                listing.agent().specializations(),
                listing.content().tags(),
                List.of(),
                opening,
                listing.publishedAt(),
                listing.updatedAt(),
                more.reviews(),
                more.details(),
                more.ratings(),
                Moderated.of(listing.moderation()),
                listing.version());
    }

    @Override
    public boolean isForEverybody() {
        return status.isPublic();
    }
}

package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.contracts.session.HireRequest;
import ai.jiga.store.contracts.session.Hired;
import ai.jiga.store.contracts.session.Sessions;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.idempotency.Answered;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.marketplace.model.Availability;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.ListingRules;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A player hires an agent on its listing's terms. The marketplace judges the terms and says what speaks against them;
/// session, hold and idempotency key are the session service's.
public final class HireAgent {

    private final DocumentStore store;
    private final Sessions sessions;
    private final Runtimes runtimes;
    private final InstantSource clock;

    public HireAgent(DocumentStore store, Sessions sessions, Runtimes runtimes, InstantSource clock) {
        this.store = store;
        this.sessions = sessions;
        this.runtimes = runtimes;
        this.clock = clock;
    }

    /// @param allocation what is set aside for the session
    /// @param startTime when it is for later
    /// @param configuration what is asked of the agent for this session
    /// @param message for the agent, to begin with
    public record Wish(
            Dof allocation,
            @Nullable Instant startTime,
            @Nullable JsonNode configuration,
            @Nullable String message) {}

    /// Whether there is such a listing, before the body is judged. One that was taken down is there: whoever hired it
    /// gets the same answer to the same request.
    public Outcome<Listing> find(ListingId id) {
        return store.get(MarketplaceCollections.listing(id))
                .map(Document::value)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.rejected(ErrorCode.LISTING_NOT_FOUND, "There is no listing '" + id + "'."));
    }

    /// @param listing as [#find] found it
    public Answered<Hired> hire(Caller.User player, Listing listing, Wish wish, @Nullable RequestKey key) {
        Rejection refusal = judge(player, listing, wish, clock.instant()).orElse(null);
        Outcome<Hired.Result> answer = sessions.hire(new HireRequest(
                player.id(),
                listing.id(),
                listing.agentId(),
                listing.content().rate(),
                wish.allocation(),
                wish.startTime(),
                wish.configuration(),
                wish.message(),
                player.admission(),
                key,
                refusal));
        boolean replayed = answer instanceof Outcome.Done<Hired.Result> done
                && done.value().replayed();
        return new Answered<>(answer.map(Hired.Result::hired), replayed);
    }

    private Optional<Rejection> judge(Caller.User player, Listing listing, Wish wish, Instant now) {
        if (player.is(listing.ownerId())) {
            return Optional.of(Rejection.of(
                    ErrorCode.CANNOT_HIRE_OWN_AGENT,
                    "This agent is yours. Start a session of type 'owned' instead: POST /api/v1/sessions."));
        }
        if (listing.status() != ListingStatus.ACTIVE) {
            return Optional.of(Rejection.of(
                    ErrorCode.LISTING_NOT_HIRABLE,
                    listing.agent().name() + " cannot be hired now: the listing is "
                            + listing.status().label().replace('_', ' ') + "."));
        }
        var unanswered =
                ListingRules.unanswered(listing.agent().name(), listing.agent().provider(), listing.runtime(runtimes));
        if (unanswered.isPresent()) {
            return unanswered;
        }
        Instant start = wish.startTime() == null ? now : wish.startTime();
        Availability availability = listing.content().availability();
        if (!availability.at(start)) {
            Rejection closed = Rejection.of(
                    ErrorCode.LISTING_NOT_HIRABLE,
                    listing.agent().name() + " is not available at that time: see its hours on the listing's page.");
            return Optional.of(availability
                    .opensAfter(start)
                    .map(next -> closed.with("nextAvailable", next))
                    .orElse(closed));
        }
        Dof least = HireRequest.leastAllocation(listing.content().rate());
        if (wish.allocation().isLessThan(least)) {
            return Optional.of(Rejection.of(
                            ErrorCode.ALLOCATION_TOO_SMALL,
                            "Set aside " + least + " DOF at least: five minutes of "
                                    + listing.agent().name() + ".")
                    .with("required", least.amount()));
        }
        return Optional.empty();
    }
}

package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.Agents;
import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.idempotency.Answered;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.marketplace.model.ListedAgent;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.ListingContent;
import ai.jiga.store.marketplace.model.ListingRules;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.web.PublicUrl;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An owner puts an agent on the market, or says anew how it stands there.
public final class PublishAgent {
    private final Agents agents;
    private final Idempotency idempotency;
    private final ListingWriter writer;
    private final InstantSource clock;
    private final PublicUrl url;

    public PublishAgent(
            Agents agents, Idempotency idempotency, ListingWriter writer, InstantSource clock, PublicUrl url) {
        this.agents = agents;
        this.idempotency = idempotency;
        this.writer = writer;
        this.clock = clock;
        this.url = url;
    }

    /// @param marketplaceUrl where the listing is read
    public record Published(
            AgentId agentId, ListingId listingId, String marketplaceUrl, ListingStatus status, Instant publishedAt) {}

    /// Whether the caller may at all, before the body is judged.
    public Outcome<AgentView> authorise(Caller caller, AgentId id) {
        return agents.find(id)
                .filter(agent -> agent.shown() || caller.is(agent.ownerId()))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.rejected(ErrorCode.AGENT_NOT_FOUND, "There is no agent '" + id + "'."))
                .then(agent -> caller.is(agent.ownerId())
                        ? Outcome.done(agent)
                        : Outcome.rejected(
                                ErrorCode.NOT_AGENT_OWNER,
                                "This agent is another user's: only its owner may publish it."));
    }

    /// @param agent as [#authorise] found it; what changes in between is taken over by its event
    public Answered<Published> publish(AgentView agent, ListingContent content, @Nullable RequestKey key) {
        Instant now = clock.instant();
        EventStamp stamp = writer.stamp();
        return idempotency.once(key, Published.class, tx -> published(tx, agent, content, stamp, now));
    }

    private Outcome<Published> published(
            Transaction tx, AgentView agent, ListingContent content, EventStamp stamp, Instant now) {
        var broken = ListingRules.unanswered(agent.name(), agent.provider(), agent.runtime())
                .or(() -> ListingRules.broken(ListedAgent.of(agent), content));
        if (broken.isPresent()) {
            return Outcome.rejected(broken.get());
        }
        Optional<Listing> before =
                tx.get(MarketplaceCollections.listing(ListingId.of(agent.id()))).map(Document::value);
        Outcome<Listing> after = before.isEmpty()
                ? Outcome.done(Listing.published(agent, content, now))
                : ListingAccess.upToItsOwner(before.get()).map(listing -> listing.publishedAgain(agent, content, now));
        return after.map(listing -> {
            writer.publish(tx, listing, stamp);
            return new Published(
                    listing.agentId(),
                    listing.id(),
                    url.http("/api/v1/marketplace/" + listing.id()),
                    listing.status(),
                    listing.publishedAt());
        });
    }
}

package ai.jiga.store.marketplace;

import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.AgentUpdated;
import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.Features;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.contracts.agent.Specialization;
import ai.jiga.store.contracts.agent.Tool;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.marketplace.inbound.MarketplaceEvents;
import ai.jiga.store.marketplace.model.Availability;
import ai.jiga.store.marketplace.model.ListingContent;
import ai.jiga.store.marketplace.model.ListingSearch;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.marketplace.model.SystemListing;
import ai.jiga.store.marketplace.usecase.CountFigures;
import ai.jiga.store.marketplace.usecase.EditListing;
import ai.jiga.store.marketplace.usecase.FeatureListing;
import ai.jiga.store.marketplace.usecase.HireAgent;
import ai.jiga.store.marketplace.usecase.IndexListings;
import ai.jiga.store.marketplace.usecase.KeepFavourites;
import ai.jiga.store.marketplace.usecase.ListReviews;
import ai.jiga.store.marketplace.usecase.ListingCard;
import ai.jiga.store.marketplace.usecase.ListingPage;
import ai.jiga.store.marketplace.usecase.ListingWriter;
import ai.jiga.store.marketplace.usecase.ModerateListing;
import ai.jiga.store.marketplace.usecase.NoteViews;
import ai.jiga.store.marketplace.usecase.PublicListings;
import ai.jiga.store.marketplace.usecase.PublishAgent;
import ai.jiga.store.marketplace.usecase.RefreshAgent;
import ai.jiga.store.marketplace.usecase.SearchListings;
import ai.jiga.store.marketplace.usecase.ShowFeatured;
import ai.jiga.store.marketplace.usecase.ShowListing;
import ai.jiga.store.marketplace.usecase.SubmitReview;
import ai.jiga.store.marketplace.usecase.UnpublishAgent;
import ai.jiga.store.marketplace.wiring.MarketplaceWiring;
import ai.jiga.store.queue.EventData;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.lucene.LuceneSearch;
import ai.jiga.store.testing.TestProcess;
import ai.jiga.store.web.PublicUrl;
import ai.jiga.store.wiring.Foundation;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A marketplace in a process of its own, with an owner, a player and an agent to publish.
public final class Market implements AutoCloseable {
    public static final Caller.User OWNER = new Caller.User(UserId.of("owner"), Caller.Role.USER);
    static final Caller.User PLAYER = new Caller.User(UserId.of("player"), Caller.Role.USER);
    public static final AgentId NOVA = AgentId.of("nova");
    static final ListingId NOVA_LISTING = ListingId.of(NOVA);

    /// Tests are about something else than who answers, but for those that say so.
    public static final Runtimes ALL_CONNECTED = new Runtimes(EnumSet.allOf(Provider.class));

    final Runtimes runtimes;
    final TestProcess process = TestProcess.with(MarketplaceCollections.SCHEMA);
    final Foundation foundation = process.foundation();
    final FakeAgents agents = new FakeAgents();
    final FakeSessions sessions = new FakeSessions(process.store(), foundation.idempotency());
    final UnreliableIndex index;
    final IndexListings indexing;
    final Outbox outbox = foundation.outbox("marketplace-service");
    final PublicListings listings = new PublicListings(process.store(), foundation.caches());
    final ListingWriter writer = new ListingWriter(outbox, listings, agents);
    final NoteViews views = new NoteViews(process.store(), outbox);
    final PublishAgent publishing;
    final KeepFavourites favourites;
    final UnpublishAgent unpublishing;
    final EditListing editing;
    final ShowListing showing;
    final ModerateListing moderating;
    final FeatureListing featuring;
    final ShowFeatured featured;
    final SearchListings searching;
    final HireAgent hiring;
    final SubmitReview reviewing;
    final ListReviews reviews = new ListReviews(process.store());
    private final CountFigures figures = new CountFigures(process.store(), writer, foundation.tasks(), process.clock());

    Market(Path folder) {
        this(folder, ALL_CONNECTED);
    }

    Market(Path folder, Runtimes runtimes) {
        this.runtimes = runtimes;
        editing = new EditListing(process.store(), writer, runtimes, process.clock());
        moderating = new ModerateListing(process.store(), writer, foundation.audit(), runtimes, process.clock());
        featuring = new FeatureListing(process.store(), writer, foundation.audit(), process.clock());
        featured = new ShowFeatured(listings, runtimes, process.clock());
        showing = new ShowListing(process.store(), listings, agents, views, runtimes, process.clock());
        Idempotency idempotency = foundation.idempotency();
        index = new UnreliableIndex(LuceneSearch.open(folder).open(ListingSearch.INDEX), request -> false);
        indexing = new IndexListings(process.store(), index);
        publishing =
                new PublishAgent(agents, idempotency, writer, process.clock(), new PublicUrl("https://store.example"));
        favourites = new KeepFavourites(process.store(), listings, runtimes, process.clock());
        unpublishing = new UnpublishAgent(process.store(), idempotency, writer, process.clock());
        searching = new SearchListings(foundation.store(), listings, index, runtimes, process.clock());
        hiring = new HireAgent(process.store(), sessions, runtimes, process.clock());
        reviewing = new SubmitReview(agents, sessions, idempotency, outbox, process.clock());
        agents.put(agent(NOVA, OWNER.id()));
    }

    /// Begins to deliver events.
    Market started() {
        process.start(
                List.of(
                        new MarketplaceEvents.Index(listings, indexing),
                        new MarketplaceEvents.FollowAgent(
                                new RefreshAgent(process.store(), agents, writer, runtimes, process.clock())),
                        new MarketplaceEvents.Count(foundation.json(), figures),
                        new MarketplaceEvents.NameReviewers(foundation.json())),
                List.of(new MarketplaceEvents.Fold(figures)));
        return this;
    }

    /// Until all that was written has had its effects, the delayed ones too.
    void settle() {
        process.settleEvents();
        process.advance(Duration.ofSeconds(2));
        process.settleEvents();
    }

    void tell(EventData event) {
        var stamp = outbox.stamp();
        process.store().transact(tx -> {
            outbox.append(tx, stamp, stamp.at().toEpochMilli(), event);
            return event;
        });
    }

    public static List<SystemListing> catalogue(Foundation foundation) {
        return MarketplaceWiring.catalogue(foundation.json());
    }

    /// A Gold assistant for 8,000 DOF an hour.
    public static AgentView agent(AgentId id, UserId owner) {
        return new AgentView(
                id,
                owner,
                owner,
                null,
                "Nova",
                "A calm caller.",
                null,
                Rank.GOLD,
                AgentType.ASSISTANT,
                Provider.GEMINI,
                "British",
                "en-GB",
                "uk_female",
                new Features(true, false, true),
                Set.of(Tool.GENERAL_GAMING),
                null,
                Dof.of(8_000),
                JsonNodeFactory.instance.objectNode(),
                false,
                false,
                Provider.BUILTIN,
                1);
    }

    static AgentView agent(AgentView from, String name, Rank rank, Dof rate, @Nullable AgentId base, long version) {
        return new AgentView(
                from.id(),
                from.ownerId(),
                from.creatorId(),
                base,
                name,
                from.description(),
                from.imageUrl(),
                rank,
                from.type(),
                from.provider(),
                from.nationality(),
                from.language(),
                from.voiceId(),
                from.features(),
                from.toolkit(),
                from.specialization(),
                rate,
                from.configuration(),
                from.shown(),
                from.listed(),
                from.runtime(),
                version);
    }

    public static AgentView specialist(AgentId id, Specialization expert) {
        AgentView from = agent(id, OWNER.id());
        return new AgentView(
                id,
                from.ownerId(),
                from.creatorId(),
                null,
                "Sage",
                from.description(),
                null,
                Rank.PLATINUM,
                AgentType.SPECIALIST,
                Provider.OPENAI,
                "American",
                "en-US",
                "onyx",
                from.features(),
                from.toolkit(),
                expert,
                Dof.of(15_000),
                from.configuration(),
                from.shown(),
                from.listed(),
                from.runtime(),
                1);
    }

    /// The agent as its owner changed it, and the event that tells of it.
    void change(AgentView after) {
        agents.put(after);
        tell(new AgentUpdated(after.id(), after.ownerId(), after.name(), after.version()));
    }

    static ListingContent content(String title, long rate, String... games) {
        return new ListingContent(
                title,
                "Tells your team what to do.",
                List.of("caller", "team"),
                List.of("shooters"),
                List.of(games),
                Dof.of(rate),
                Availability.ALWAYS);
    }

    Outcome<PublishAgent.Published> publish(ListingContent content) {
        return publish(NOVA, content, null);
    }

    Outcome<PublishAgent.Published> publish(AgentId id, ListingContent content, @Nullable RequestKey key) {
        return publishing
                .authorise(OWNER, id)
                .then(agent -> publishing.publish(agent, content, key).outcome());
    }

    /// Nova at 8,000 DOF an hour for Call of Duty.
    void publishNova() {
        publish(content("Nova calls", 8_000, "Call of Duty")).orThrow();
    }

    ListingPage page(ListingId id) {
        return showing.show(OWNER, id, false).orThrow();
    }

    SearchListings.Found search(String text) {
        return searching
                .search(SearchRequest.builder()
                        .text(text)
                        .facets(ListingSearch.INDEX.facets())
                        .build())
                .orThrow();
    }

    List<String> found(String text) {
        return search(text).items().stream().map(ListingCard::title).toList();
    }

    RequestKey key(Caller caller, String operation, String key, Object body) {
        RequestKey made = foundation.idempotency().key(caller, operation, key, body);
        if (made == null) {
            throw new AssertionError("a key was given");
        }
        return made;
    }

    static ErrorCode refusal(Outcome<?> outcome) {
        return rejection(outcome).code();
    }

    static Rejection rejection(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Rejected<?> rejected) {
            return rejected.rejection();
        }
        throw new AssertionError("expected a refusal, not " + outcome);
    }

    @Override
    public void close() {
        views.close();
        process.close();
        index.close();
    }
}

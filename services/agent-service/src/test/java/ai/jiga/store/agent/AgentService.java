package ai.jiga.store.agent;

import ai.jiga.store.agent.inbound.AgentEvents;
import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.AgentCollections;
import ai.jiga.store.agent.model.SystemAgent;
import ai.jiga.store.agent.outbound.CatalogueFiles;
import ai.jiga.store.agent.usecase.AgentCaches;
import ai.jiga.store.agent.usecase.AgentWriter;
import ai.jiga.store.agent.usecase.ConfigureAgent;
import ai.jiga.store.agent.usecase.CountPerformance;
import ai.jiga.store.agent.usecase.CountPersonalFigures;
import ai.jiga.store.agent.usecase.CreateAgent;
import ai.jiga.store.agent.usecase.CreateVariant;
import ai.jiga.store.agent.usecase.CustomizeVariant;
import ai.jiga.store.agent.usecase.DeleteAgent;
import ai.jiga.store.agent.usecase.FindAgents;
import ai.jiga.store.agent.usecase.FinishVariant;
import ai.jiga.store.agent.usecase.ListBadges;
import ai.jiga.store.agent.usecase.OwnAgent;
import ai.jiga.store.agent.usecase.ReadHistory;
import ai.jiga.store.agent.usecase.ReplaceAgent;
import ai.jiga.store.agent.usecase.SeedAgents;
import ai.jiga.store.agent.usecase.ShowVariantInfo;
import ai.jiga.store.agent.usecase.TrackEngagements;
import ai.jiga.store.agent.usecase.TrackListing;
import ai.jiga.store.agent.usecase.TrainAgent;
import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.Query;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventData;
import ai.jiga.store.queue.EventHandler;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.OutboxEntry;
import ai.jiga.store.testing.FakePayments;
import ai.jiga.store.testing.TestProcess;
import ai.jiga.store.wiring.Foundation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// The agent service on a test process, with a ledger that pretends.
public final class AgentService implements AutoCloseable {
    public static final Caller.User ANA = new Caller.User(UserId.of("ana"), Caller.Role.USER);
    public static final Caller.User BOB = new Caller.User(UserId.of("bob"), Caller.Role.USER);

    static final Runtimes RUNTIMES = Runtimes.BUILTIN;

    public final TestProcess process = TestProcess.with(AgentCollections.SCHEMA, FakePayments.SCHEMA);
    public final Foundation foundation = process.foundation();
    public final WatchedPayments payments = new WatchedPayments(foundation);
    public final CatalogueFiles catalogue = new CatalogueFiles(foundation.json());
    public final FindAgents find;
    public final CreateAgent create;
    public final ReplaceAgent replace;
    public final TrainAgent train;
    public final ConfigureAgent configure;
    public final ReadHistory history;
    public final DeleteAgent delete;
    public final CountPerformance performance;
    public final CountPersonalFigures figures;
    public final ShowVariantInfo variantInfo;
    public final FinishVariant finishVariant;
    public final CreateVariant createVariant;
    public final CustomizeVariant customizeVariant;
    public final ListBadges badges;
    public final SeedAgents seeder;

    final AgentWriter writer;
    public final TrackListing listings;
    private final Idempotency idempotency = foundation.idempotency();
    private final Outbox others = foundation.outbox("other-services");
    private final AtomicLong sequence = new AtomicLong(1_000);

    public AgentService() {
        var store = foundation.store();
        var clock = foundation.clock();
        var caches = new AgentCaches(foundation.caches());
        writer = new AgentWriter(foundation.outbox("agent-service"), caches);
        find = new FindAgents(
                store,
                caches,
                RUNTIMES,
                catalogue.systemAgents().stream().map(SystemAgent::id).toList());
        create = new CreateAgent(idempotency, writer, foundation.ids(), RUNTIMES, clock);
        replace = new ReplaceAgent(store, writer, RUNTIMES, clock);
        train = new TrainAgent(store, writer, process.foundation().audit(), RUNTIMES, clock);
        configure = new ConfigureAgent(store, caches, writer, clock);
        history = new ReadHistory(store);
        delete = new DeleteAgent(store, writer, clock);
        listings = new TrackListing(store, writer, clock);
        performance = new CountPerformance(store, caches, RUNTIMES);
        figures = new CountPersonalFigures(store);
        variantInfo = new ShowVariantInfo(store);
        finishVariant = new FinishVariant(store, writer, idempotency, foundation.tasks(), payments, RUNTIMES, clock);
        createVariant = new CreateVariant(
                store,
                idempotency,
                foundation.tasks(),
                finishVariant,
                foundation.ids(),
                clock,
                () -> "req-1",
                new CreateVariant.Patience(2_000, Duration.ofMillis(5)));
        customizeVariant = new CustomizeVariant(store, writer, RUNTIMES, clock);
        badges = new ListBadges(store, caches);
        seeder = new SeedAgents(store, caches, writer, clock, catalogue.systemAgents(), catalogue.badges());
    }

    /// With the system agents and the badges.
    public AgentService seeded() {
        seeder.seed();
        return this;
    }

    /// Begins to deliver events and to run tasks.
    public AgentService started() {
        var json = foundation.json();
        List<EventHandler> handlers = List.of(
                new AgentEvents.CountEarnings(json, performance, figures),
                new AgentEvents.FollowListing(json, listings),
                new AgentEvents.FollowSessions(json, new TrackEngagements(), performance, figures),
                new AgentEvents.FinishCharged(json, finishVariant));
        process.start(handlers, List.of(new AgentEvents.TakeUpVariant(finishVariant)));
        return this;
    }

    public RequestKey key(Caller caller, String key, Object body) {
        RequestKey made = idempotency.key(caller, "test", key, body);
        if (made == null) {
            throw new AssertionError("a key was sent");
        }
        return made;
    }

    public OwnAgent created(Caller.User owner, Drafts draft) {
        return create.create(owner, draft.draft(), null, null).outcome().orThrow();
    }

    /// One that is on the market, and so known to everybody.
    public AgentId published(Caller.User owner, Drafts draft) {
        AgentId id = created(owner, draft).id();
        listings.tell(id, ListingStatus.ACTIVE, 1);
        return id;
    }

    /// Something that another service tells, delivered.
    public void hear(EventData event) {
        EventStamp stamp = others.stamp();
        long at = sequence.incrementAndGet();
        process.store().transact(tx -> {
            others.append(tx, stamp, at, event);
            return at;
        });
        process.settleEvents();
    }

    /// As it is stored, whatever its state.
    public Agent stored(AgentId id) {
        return process.store()
                .get(AgentCollections.agent(id))
                .map(Document::value)
                .orElseThrow();
    }

    /// What was told of an agent and not delivered, the oldest first.
    public List<String> told(AgentId id) {
        Query<OutboxEntry> all = Outbox.ENTRIES.query().where("key").is(id.value());
        return process.store().query(all.ascending("sequence").limit(100)).values().stream()
                .map(entry -> entry.event().type())
                .toList();
    }

    @Override
    public void close() {
        process.close();
    }
}

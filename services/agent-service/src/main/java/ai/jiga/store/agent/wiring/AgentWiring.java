package ai.jiga.store.agent.wiring;

import ai.jiga.store.agent.inbound.AgentEvents;
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
import ai.jiga.store.agent.usecase.ListAchievements;
import ai.jiga.store.agent.usecase.ListBadges;
import ai.jiga.store.agent.usecase.ListEarnedBadges;
import ai.jiga.store.agent.usecase.ReadHistory;
import ai.jiga.store.agent.usecase.ReplaceAgent;
import ai.jiga.store.agent.usecase.SeedAgents;
import ai.jiga.store.agent.usecase.SetAgentImage;
import ai.jiga.store.agent.usecase.ShowVariantInfo;
import ai.jiga.store.agent.usecase.TrackEngagements;
import ai.jiga.store.agent.usecase.TrackListing;
import ai.jiga.store.agent.usecase.TrainAgent;
import ai.jiga.store.agent.usecase.UploadAgentImage;
import ai.jiga.store.assets.AssetStore;
import ai.jiga.store.assets.ImageProcessor;
import ai.jiga.store.assets.Uploads;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.contracts.transaction.Payments;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.queue.IdempotentHandler;
import ai.jiga.store.queue.TaskHandler;
import ai.jiga.store.queue.TransactionalHandler;
import ai.jiga.store.web.RequestIds;
import ai.jiga.store.wiring.Foundation;
import ai.jiga.store.wiring.Seeder;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Builds the agent service. [FindAgents] and [TrackListing] are what it offers to other services, as
/// [ai.jiga.store.contracts.agent.Agents] and [ai.jiga.store.contracts.agent.Standings].
@Singleton
public class AgentWiring {
    private static final String SERVICE = "agent-service";

    private final Foundation foundation;
    private final Runtimes runtimes;
    private final AgentCaches caches;
    private final AgentWriter writer;
    private final CatalogueFiles catalogue;

    /// @param runtimes that this store has connected
    public AgentWiring(Foundation foundation, Runtimes runtimes) {
        this.foundation = foundation;
        this.runtimes = runtimes;
        this.caches = new AgentCaches(foundation.caches());
        this.writer = new AgentWriter(foundation.outbox(SERVICE), caches);
        this.catalogue = new CatalogueFiles(foundation.json());
    }

    @Produces
    @Singleton
    static Schema agentSchema() {
        return AgentCollections.SCHEMA;
    }

    @Produces
    @Singleton
    FindAgents findAgents() {
        return new FindAgents(
                foundation.store(),
                caches,
                runtimes,
                catalogue.systemAgents().stream().map(SystemAgent::id).toList());
    }

    @Produces
    @Singleton
    CreateAgent createAgent(Idempotency idempotency) {
        return new CreateAgent(idempotency, writer, foundation.ids(), runtimes, foundation.clock());
    }

    @Produces
    @Singleton
    ReplaceAgent replaceAgent() {
        return new ReplaceAgent(foundation.store(), writer, runtimes, foundation.clock());
    }

    @Produces
    @Singleton
    TrainAgent trainAgent() {
        return new TrainAgent(foundation.store(), writer, foundation.audit(), runtimes, foundation.clock());
    }

    @Produces
    @Singleton
    ConfigureAgent configureAgent() {
        return new ConfigureAgent(foundation.store(), caches, writer, foundation.clock());
    }

    @Produces
    @Singleton
    ReadHistory readHistory() {
        return new ReadHistory(foundation.store());
    }

    @Produces
    @Singleton
    DeleteAgent deleteAgent() {
        return new DeleteAgent(foundation.store(), writer, foundation.clock());
    }

    @Produces
    @Singleton
    CountPerformance countPerformance() {
        return new CountPerformance(foundation.store(), caches, runtimes);
    }

    @Produces
    @Singleton
    ShowVariantInfo showVariantInfo() {
        return new ShowVariantInfo(foundation.store());
    }

    @Produces
    @Singleton
    FinishVariant finishVariant(Idempotency idempotency, Payments payments) {
        return new FinishVariant(
                foundation.store(), writer, idempotency, foundation.tasks(), payments, runtimes, foundation.clock());
    }

    @Produces
    @Singleton
    CreateVariant createVariant(Idempotency idempotency, FinishVariant finish) {
        return new CreateVariant(
                foundation.store(),
                idempotency,
                foundation.tasks(),
                finish,
                foundation.ids(),
                foundation.clock(),
                RequestIds::current,
                CreateVariant.Patience.TEN_SECONDS);
    }

    @Produces
    @Singleton
    CustomizeVariant customizeVariant() {
        return new CustomizeVariant(foundation.store(), writer, runtimes, foundation.clock());
    }

    @Produces
    @Singleton
    SetAgentImage setAgentImage(ImageProcessor images, AssetStore assets) {
        return new SetAgentImage(foundation.store(), writer, images, assets, runtimes, foundation.clock());
    }

    @Produces
    @Singleton
    UploadAgentImage uploadAgentImage(SetAgentImage images, Uploads uploads) {
        return new UploadAgentImage(
                foundation.store(), foundation.tasks(), uploads, images, foundation.ids(), foundation.clock());
    }

    @Produces
    @Singleton
    TaskHandler discardUpload(UploadAgentImage uploads) {
        return new AgentEvents.DiscardUpload(uploads);
    }

    @Produces
    @Singleton
    ListBadges listBadges() {
        return new ListBadges(foundation.store(), caches);
    }

    @Produces
    @Singleton
    ListEarnedBadges listEarnedBadges(ListBadges badges) {
        return new ListEarnedBadges(foundation.store(), badges);
    }

    @Produces
    @Singleton
    CountPersonalFigures countPersonalFigures() {
        return new CountPersonalFigures(foundation.store());
    }

    @Produces
    @Singleton
    ListAchievements listAchievements(CountPersonalFigures figures) {
        return new ListAchievements(figures);
    }

    @Produces
    @Singleton
    TransactionalHandler countEarnings(CountPerformance performance, CountPersonalFigures figures) {
        return new AgentEvents.CountEarnings(foundation.json(), performance, figures);
    }

    @Produces
    @Singleton
    TrackListing trackListing() {
        return new TrackListing(foundation.store(), writer, foundation.clock());
    }

    @Produces
    @Singleton
    TransactionalHandler followListing(TrackListing listings) {
        return new AgentEvents.FollowListing(foundation.json(), listings);
    }

    @Produces
    @Singleton
    TransactionalHandler followSessions(CountPerformance performance, CountPersonalFigures figures) {
        return new AgentEvents.FollowSessions(foundation.json(), new TrackEngagements(), performance, figures);
    }

    @Produces
    @Singleton
    IdempotentHandler finishCharged(FinishVariant finish) {
        return new AgentEvents.FinishCharged(foundation.json(), finish);
    }

    @Produces
    @Singleton
    TaskHandler takeUpVariant(FinishVariant finish) {
        return new AgentEvents.TakeUpVariant(finish);
    }

    @Produces
    @Singleton
    Seeder seedAgents() {
        return new SeedAgents(
                foundation.store(), caches, writer, foundation.clock(), catalogue.systemAgents(), catalogue.badges());
    }
}

package ai.jiga.store.marketplace.wiring;

import ai.jiga.store.contracts.agent.Agents;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.contracts.agent.Standings;
import ai.jiga.store.contracts.marketplace.Storefront;
import ai.jiga.store.contracts.session.Sessions;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.Scope;
import ai.jiga.store.lines.ChannelKind;
import ai.jiga.store.lines.StateChannel;
import ai.jiga.store.marketplace.inbound.FollowedListings;
import ai.jiga.store.marketplace.inbound.MarketplaceEvents;
import ai.jiga.store.marketplace.model.ListingSearch;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.marketplace.model.SystemListing;
import ai.jiga.store.marketplace.usecase.CountFigures;
import ai.jiga.store.marketplace.usecase.EditListing;
import ai.jiga.store.marketplace.usecase.FeatureListing;
import ai.jiga.store.marketplace.usecase.FindReview;
import ai.jiga.store.marketplace.usecase.FollowListing;
import ai.jiga.store.marketplace.usecase.HireAgent;
import ai.jiga.store.marketplace.usecase.IndexListings;
import ai.jiga.store.marketplace.usecase.KeepFavourites;
import ai.jiga.store.marketplace.usecase.ListReviews;
import ai.jiga.store.marketplace.usecase.ListingWriter;
import ai.jiga.store.marketplace.usecase.ModerateListing;
import ai.jiga.store.marketplace.usecase.NoteViews;
import ai.jiga.store.marketplace.usecase.PublicListings;
import ai.jiga.store.marketplace.usecase.PublishAgent;
import ai.jiga.store.marketplace.usecase.RefreshAgent;
import ai.jiga.store.marketplace.usecase.SearchListings;
import ai.jiga.store.marketplace.usecase.SeedListings;
import ai.jiga.store.marketplace.usecase.ShowFeatured;
import ai.jiga.store.marketplace.usecase.ShowListing;
import ai.jiga.store.marketplace.usecase.ShowStorefront;
import ai.jiga.store.marketplace.usecase.SubmitReview;
import ai.jiga.store.marketplace.usecase.UnpublishAgent;
import ai.jiga.store.queue.IdempotentHandler;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.TaskHandler;
import ai.jiga.store.queue.TransactionalHandler;
import ai.jiga.store.search.SearchEngine;
import ai.jiga.store.search.SearchIndex;
import ai.jiga.store.web.PublicUrl;
import ai.jiga.store.wiring.Foundation;
import ai.jiga.store.wiring.ReadyCheck;
import ai.jiga.store.wiring.Round;
import ai.jiga.store.wiring.Seeder;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Builds the marketplace. Its search engine comes from the process.
@Singleton
public class MarketplaceWiring {
    private static final Logger LOG = LoggerFactory.getLogger(MarketplaceWiring.class);
    private static final String SERVICE = "marketplace-service";
    private static final String CATALOGUE = "/ai/jiga/store/marketplace/system-listings.json";
    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(5);

    private final Foundation foundation;
    private final Runtimes runtimes;
    private final Outbox outbox;
    private final PublicListings listings;
    private final ListingWriter writer;

    public MarketplaceWiring(Foundation foundation, Standings standings, Runtimes runtimes) {
        this.foundation = foundation;
        this.runtimes = runtimes;
        this.outbox = foundation.outbox(SERVICE);
        this.listings = new PublicListings(foundation.store(), foundation.caches());
        this.writer = new ListingWriter(outbox, listings, standings);
    }

    @Produces
    @Singleton
    static Schema marketplaceSchema() {
        return MarketplaceCollections.SCHEMA;
    }

    @Produces
    @Singleton
    static SearchIndex listingIndex(SearchEngine engine) {
        return engine.open(ListingSearch.INDEX);
    }

    /// After the queue has stopped, since its handlers write here. What was not committed is read again at
    /// the next start.
    static void close(@Disposes SearchIndex index) {
        index.close();
    }

    @Produces
    @Singleton
    IndexListings indexListings(SearchIndex index) {
        return new IndexListings(foundation.store(), index);
    }

    @Produces
    @Singleton
    NoteViews noteViews() {
        return new NoteViews(foundation.store(), outbox);
    }

    @Produces
    @Singleton
    PublishAgent publishAgent(Agents agents, Idempotency idempotency, PublicUrl url) {
        return new PublishAgent(agents, idempotency, writer, foundation.clock(), url);
    }

    @Produces
    @Singleton
    UnpublishAgent unpublishAgent(Idempotency idempotency) {
        return new UnpublishAgent(foundation.store(), idempotency, writer, foundation.clock());
    }

    @Produces
    @Singleton
    EditListing editListing() {
        return new EditListing(foundation.store(), writer, runtimes, foundation.clock());
    }

    @Produces
    @Singleton
    ModerateListing moderateListing() {
        return new ModerateListing(foundation.store(), writer, foundation.audit(), runtimes, foundation.clock());
    }

    @Produces
    @Singleton
    FeatureListing featureListing() {
        return new FeatureListing(foundation.store(), writer, foundation.audit(), foundation.clock());
    }

    @Produces
    @Singleton
    ShowListing showListing(Agents agents, NoteViews views) {
        return new ShowListing(foundation.store(), listings, agents, views, runtimes, foundation.clock());
    }

    @Produces
    @Singleton
    ChannelKind listingChannels(ObjectMapper json) {
        return new StateChannel(
                "listing",
                Scope.READ_MARKETPLACE,
                new FollowedListings(new FollowListing(foundation.store(), runtimes, foundation.clock())),
                json,
                foundation.clock(),
                Executors.newVirtualThreadPerTaskExecutor());
    }

    @Produces
    @Singleton
    ShowFeatured showFeatured() {
        return new ShowFeatured(listings, runtimes, foundation.clock());
    }

    @Produces
    @Singleton
    KeepFavourites keepFavourites() {
        return new KeepFavourites(foundation.store(), listings, runtimes, foundation.clock());
    }

    @Produces
    @Singleton
    SearchListings searchListings(SearchIndex index) {
        return new SearchListings(foundation.store(), listings, index, runtimes, foundation.clock());
    }

    @Produces
    @Singleton
    Storefront storefront(SearchListings search) {
        return new ShowStorefront(listings, search, runtimes, foundation.clock());
    }

    @Produces
    @Singleton
    HireAgent hireAgent(Sessions sessions) {
        return new HireAgent(foundation.store(), sessions, runtimes, foundation.clock());
    }

    @Produces
    @Singleton
    ListReviews listReviews() {
        return new ListReviews(foundation.store());
    }

    @Produces
    @Singleton
    SubmitReview submitReview(Agents agents, Sessions sessions, Idempotency idempotency) {
        return new SubmitReview(agents, sessions, idempotency, outbox, foundation.clock());
    }

    @Produces
    @Singleton
    FindReview findReview() {
        return new FindReview(foundation.store());
    }

    @Produces
    @Singleton
    CountFigures countFigures() {
        return new CountFigures(foundation.store(), writer, foundation.tasks(), foundation.clock());
    }

    @Produces
    @Singleton
    IdempotentHandler index(IndexListings index) {
        return new MarketplaceEvents.Index(listings, index);
    }

    @Produces
    @Singleton
    IdempotentHandler followAgent(Agents agents) {
        return new MarketplaceEvents.FollowAgent(
                new RefreshAgent(foundation.store(), agents, writer, runtimes, foundation.clock()));
    }

    @Produces
    @Singleton
    TransactionalHandler count(CountFigures figures) {
        return new MarketplaceEvents.Count(foundation.json(), figures);
    }

    @Produces
    @Singleton
    TransactionalHandler nameReviewers() {
        return new MarketplaceEvents.NameReviewers(foundation.json());
    }

    @Produces
    @Singleton
    TaskHandler foldFigures(CountFigures figures) {
        return new MarketplaceEvents.Fold(figures);
    }

    @Produces
    @Singleton
    Seeder seedListings(Agents agents) {
        return new SeedListings(foundation.store(), agents, writer, foundation.clock(), catalogue(foundation.json()));
    }

    @Produces
    @Singleton
    static ReadyCheck searchCheck(SearchIndex index) {
        return ReadyCheck.wanted(
                "search",
                () -> index.position().isPresent()
                        ? Optional.empty()
                        : Optional.of("the search index has not read all listings yet"));
    }

    /// The listings of a new store.
    public static List<SystemListing> catalogue(ObjectMapper json) {
        try (InputStream file = Objects.requireNonNull(MarketplaceWiring.class.getResourceAsStream(CATALOGUE))) {
            return json.readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Produces
    @Singleton
    static Round commitIndex(IndexListings index) {
        return new Round("committing the search index", BETWEEN_COMMITS, index::catchUp);
    }

    void start(@Observes StartupEvent started, IndexListings index) {
        index.catchUp();
    }

    void stop(@Observes ShutdownEvent stopping, IndexListings index, NoteViews views) {
        logged("writing the last page views", views::close);
        logged("committing the search index", index::catchUp);
    }

    /// Whatever goes wrong at the end, the rest of the end goes on.
    private static void logged(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("{} failed", what, e);
        }
    }
}

package ai.jiga.store.marketplace.inbound;

import ai.jiga.store.contracts.agent.AgentDeleted;
import ai.jiga.store.contracts.agent.AgentUpdated;
import ai.jiga.store.contracts.marketplace.AgentPublished;
import ai.jiga.store.contracts.marketplace.AgentUnpublished;
import ai.jiga.store.contracts.marketplace.ListingChanged;
import ai.jiga.store.contracts.marketplace.ReviewSubmitted;
import ai.jiga.store.contracts.session.SessionEnded;
import ai.jiga.store.contracts.user.UserRegistered;
import ai.jiga.store.contracts.user.UserUpdated;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.marketplace.model.Reviewer;
import ai.jiga.store.marketplace.usecase.CountFigures;
import ai.jiga.store.marketplace.usecase.IndexListings;
import ai.jiga.store.marketplace.usecase.PublicListings;
import ai.jiga.store.marketplace.usecase.RefreshAgent;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.IdempotentHandler;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.TaskHandler;
import ai.jiga.store.queue.TransactionalHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;

/// What the marketplace does about events: listings, their figures, the names of reviewers and the search
/// follow.
public final class MarketplaceEvents {
    private MarketplaceEvents() {}

    /// Shows a changed listing as it is: what is cached of it is forgotten (whoever wrote it has done so
    /// already, unless it died before), and the search follows.
    public static final class Index implements IdempotentHandler {
        private final PublicListings listings;
        private final IndexListings index;

        public Index(PublicListings listings, IndexListings index) {
            this.listings = listings;
            this.index = index;
        }

        @Override
        public String name() {
            return "marketplace.index";
        }

        @Override
        public Set<String> types() {
            return Set.of(ListingChanged.TYPE, AgentPublished.TYPE, AgentUnpublished.TYPE);
        }

        @Override
        public boolean isRepeatable(Event event) {
            return true;
        }

        @Override
        public void handle(Event event) {
            var listing = ListingId.of(event.data().path("listingId").asText());
            listings.changed(listing);
            index.show(listing);
        }
    }

    /// Takes over what a listing repeats of its agent. Also when it is published: the agent may have
    /// changed between being read for it and now.
    public static final class FollowAgent implements IdempotentHandler {
        private final RefreshAgent agents;

        public FollowAgent(RefreshAgent agents) {
            this.agents = agents;
        }

        @Override
        public String name() {
            return "marketplace.follow-agent";
        }

        @Override
        public Set<String> types() {
            return Set.of(AgentUpdated.TYPE, AgentDeleted.TYPE, AgentPublished.TYPE);
        }

        @Override
        public boolean isRepeatable(Event event) {
            return true;
        }

        @Override
        public void handle(Event event) {
            agents.refresh(AgentId.of(event.data().path("agentId").asText()));
        }
    }

    /// Counts hires that were charged, how they ended, and ratings.
    public static final class Count implements TransactionalHandler {
        private final ObjectMapper json;
        private final CountFigures figures;

        public Count(ObjectMapper json, CountFigures figures) {
            this.json = json;
            this.figures = figures;
        }

        @Override
        public String name() {
            return "marketplace.count";
        }

        @Override
        public Set<String> types() {
            return Set.of(SessionEnded.TYPE, ReviewSubmitted.TYPE);
        }

        /// What was not played is not counted.
        @Override
        public boolean wants(Event event) {
            return !event.type().equals(SessionEnded.TYPE)
                    || read(json, event, SessionEnded.class).wasPlayed();
        }

        @Override
        public void handle(Event event, Transaction tx) {
            switch (event.type()) {
                case SessionEnded.TYPE -> figures.ended(tx, read(json, event, SessionEnded.class), event.timestamp());
                case ReviewSubmitted.TYPE ->
                    figures.rated(tx, read(json, event, ReviewSubmitted.class), event.timestamp());
                default -> throw new IllegalArgumentException("not an event that is counted: " + event.type());
            }
        }
    }

    /// Folds what was counted into the listing.
    public static final class Fold implements TaskHandler {
        private final CountFigures figures;

        public Fold(CountFigures figures) {
            this.figures = figures;
        }

        @Override
        public String kind() {
            return CountFigures.FOLD;
        }

        @Override
        public void run(Task task) {
            figures.fold(ListingId.of(task.payload().asText()));
        }
    }

    /// Keeps the names that reviews are shown under.
    public static final class NameReviewers implements TransactionalHandler {
        private final ObjectMapper json;

        public NameReviewers(ObjectMapper json) {
            this.json = json;
        }

        @Override
        public String name() {
            return "marketplace.name-reviewers";
        }

        @Override
        public Set<String> types() {
            return Set.of(UserRegistered.TYPE, UserUpdated.TYPE);
        }

        @Override
        public void handle(Event event, Transaction tx) {
            switch (event.type()) {
                case UserRegistered.TYPE -> {
                    UserRegistered user = read(json, event, UserRegistered.class);
                    name(tx, user.userId(), user.displayName());
                }
                case UserUpdated.TYPE -> {
                    UserUpdated user = read(json, event, UserUpdated.class);
                    name(tx, user.userId(), user.displayName());
                }
                default -> throw new IllegalArgumentException("not an event of a user: " + event.type());
            }
        }

        private static void name(Transaction tx, UserId user, String displayName) {
            tx.set(MarketplaceCollections.reviewer(user), new Reviewer(displayName));
        }
    }

    private static <T> T read(ObjectMapper json, Event event, Class<T> type) {
        try {
            return json.treeToValue(event.data(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": event " + event.id(), e);
        }
    }
}

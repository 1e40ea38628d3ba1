package ai.jiga.store.agent.inbound;

import ai.jiga.store.agent.model.Listed;
import ai.jiga.store.agent.model.VariantPayment;
import ai.jiga.store.agent.usecase.CountPerformance;
import ai.jiga.store.agent.usecase.CountPersonalFigures;
import ai.jiga.store.agent.usecase.FinishVariant;
import ai.jiga.store.agent.usecase.TrackEngagements;
import ai.jiga.store.agent.usecase.TrackListing;
import ai.jiga.store.agent.usecase.UploadAgentImage;
import ai.jiga.store.assets.UploadId;
import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.marketplace.AgentPublished;
import ai.jiga.store.contracts.marketplace.AgentUnpublished;
import ai.jiga.store.contracts.marketplace.ListingChanged;
import ai.jiga.store.contracts.session.AgentHired;
import ai.jiga.store.contracts.session.SessionEnded;
import ai.jiga.store.contracts.session.SessionStarted;
import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.IdempotentHandler;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.TaskHandler;
import ai.jiga.store.queue.TransactionalHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Set;

/// What agents do about events: they count what their sessions come to, know where they stand on the marketplace and
/// whether they are in a session, and a variant whose charge came late comes to be after all.
public final class AgentEvents {
    /// A session of this type was told of when it was hired.
    private static final String HIRED = "hired";

    private AgentEvents() {}

    public static final class CountEarnings implements TransactionalHandler {
        private final ObjectMapper json;
        private final CountPerformance performance;
        private final CountPersonalFigures figures;

        public CountEarnings(ObjectMapper json, CountPerformance performance, CountPersonalFigures figures) {
            this.json = json;
            this.performance = performance;
            this.figures = figures;
        }

        @Override
        public String name() {
            return "agent.count-earnings";
        }

        @Override
        public Set<String> types() {
            return Set.of(TransactionCompleted.TYPE);
        }

        @Override
        public void handle(Event event, Transaction tx) {
            TransactionCompleted completed = read(json, event, TransactionCompleted.class);
            performance.count(tx, completed, event.timestamp());
            figures.count(tx, completed, event.timestamp());
        }
    }

    public static final class FollowListing implements TransactionalHandler {
        private final ObjectMapper json;
        private final TrackListing listings;

        public FollowListing(ObjectMapper json, TrackListing listings) {
            this.json = json;
            this.listings = listings;
        }

        @Override
        public String name() {
            return "agent.follow-listing";
        }

        @Override
        public Set<String> types() {
            return Set.of(AgentPublished.TYPE, AgentUnpublished.TYPE, ListingChanged.TYPE);
        }

        /// What comes twice is no later version of the listing.
        @Override
        public boolean isRepeatable(Event event) {
            return true;
        }

        @Override
        public void handle(Event event, Transaction tx) {
            switch (event.type()) {
                case AgentPublished.TYPE ->
                    tell(tx, event, read(json, event, AgentPublished.class).agentId(), ListingStatus.ACTIVE);
                case AgentUnpublished.TYPE ->
                    tell(tx, event, read(json, event, AgentUnpublished.class).agentId(), ListingStatus.UNPUBLISHED);
                case ListingChanged.TYPE -> {
                    ListingChanged changed = read(json, event, ListingChanged.class);
                    tell(tx, event, changed.agentId(), ListingStatus.labelled(changed.status()));
                }
                default -> throw new IllegalArgumentException("not of a listing: " + event.type());
            }
        }

        /// The place of an event of a listing is the listing's version.
        private void tell(Transaction tx, Event event, AgentId agent, ListingStatus status) {
            listings.apply(tx, agent, new Listed(status, event.metadata().sequence()), event.timestamp());
        }
    }

    /// An agent is in a session from its hire, or where nobody hires it from the start, until the end, which
    /// is counted.
    public static final class FollowSessions implements TransactionalHandler {
        private final ObjectMapper json;
        private final TrackEngagements engagements;
        private final CountPerformance performance;
        private final CountPersonalFigures figures;

        public FollowSessions(
                ObjectMapper json,
                TrackEngagements engagements,
                CountPerformance performance,
                CountPersonalFigures figures) {
            this.json = json;
            this.engagements = engagements;
            this.performance = performance;
            this.figures = figures;
        }

        @Override
        public String name() {
            return "agent.follow-sessions";
        }

        @Override
        public Set<String> types() {
            return Set.of(AgentHired.TYPE, SessionStarted.TYPE, SessionEnded.TYPE);
        }

        /// The start of a hired session tells nothing new.
        @Override
        public boolean wants(Event event) {
            return !event.type().equals(SessionStarted.TYPE)
                    || !event.data().path("sessionType").asText().equals(HIRED);
        }

        @Override
        public void handle(Event event, Transaction tx) {
            switch (event.type()) {
                case AgentHired.TYPE -> {
                    AgentHired hired = read(json, event, AgentHired.class);
                    engagements.begun(tx, hired.agentId(), hired.sessionId(), hired.playerId(), event.timestamp());
                }
                case SessionStarted.TYPE -> {
                    SessionStarted started = read(json, event, SessionStarted.class);
                    engagements.begun(
                            tx, started.agentId(), started.sessionId(), started.playerId(), event.timestamp());
                }
                case SessionEnded.TYPE -> {
                    SessionEnded ended = read(json, event, SessionEnded.class);
                    engagements.ended(tx, ended.agentId(), ended.sessionId());
                    performance.count(tx, ended);
                    figures.count(tx, ended, event.timestamp());
                }
                default -> throw new IllegalArgumentException("not of a session: " + event.type());
            }
        }
    }

    /// The charge for a variant that had been given up: it is finished, because it is paid for. This asks the ledger
    /// again, so it is no part of the event's transaction; doing it twice does it once.
    public static final class FinishCharged implements IdempotentHandler {
        private final ObjectMapper json;
        private final FinishVariant variants;

        public FinishCharged(ObjectMapper json, FinishVariant variants) {
            this.json = json;
            this.variants = variants;
        }

        @Override
        public String name() {
            return "agent.finish-charged-variant";
        }

        @Override
        public Set<String> types() {
            return Set.of(TransactionCompleted.TYPE);
        }

        @Override
        public boolean isRepeatable(Event event) {
            return true;
        }

        @Override
        public boolean wants(Event event) {
            return variant(event).isPresent();
        }

        @Override
        public void handle(Event event) {
            variant(event).ifPresent(variants::charged);
        }

        private Optional<AgentId> variant(Event event) {
            return VariantPayment.variantOf(
                    read(json, event, TransactionCompleted.class).transactionId());
        }
    }

    /// Looks after a variant whose request may have died.
    public static final class TakeUpVariant implements TaskHandler {
        private final FinishVariant variants;

        public TakeUpVariant(FinishVariant variants) {
            this.variants = variants;
        }

        @Override
        public String kind() {
            return FinishVariant.TASK;
        }

        @Override
        public void run(Task task) {
            variants.takeUp(AgentId.of(task.id()));
        }
    }

    /// The task that throws an upload away.
    public static final class DiscardUpload implements TaskHandler {
        private final UploadAgentImage uploads;

        public DiscardUpload(UploadAgentImage uploads) {
            this.uploads = uploads;
        }

        @Override
        public String kind() {
            return UploadAgentImage.TASK;
        }

        @Override
        public void run(Task task) {
            uploads.discard(new UploadId(task.id()));
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

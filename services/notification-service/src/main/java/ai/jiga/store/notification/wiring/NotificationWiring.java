package ai.jiga.store.notification.wiring;

import ai.jiga.store.contracts.marketplace.AgentPublished;
import ai.jiga.store.contracts.marketplace.ListingModerated;
import ai.jiga.store.contracts.marketplace.ReviewSubmitted;
import ai.jiga.store.contracts.session.AgentHired;
import ai.jiga.store.contracts.session.SessionDofUpdate;
import ai.jiga.store.contracts.session.SessionEnded;
import ai.jiga.store.contracts.session.SessionStarted;
import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.contracts.transaction.TransactionFailed;
import ai.jiga.store.contracts.transaction.TransactionInitiated;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.lines.Admittance;
import ai.jiga.store.lines.ChannelKind;
import ai.jiga.store.lines.LineKeeper;
import ai.jiga.store.lines.SocketDoor;
import ai.jiga.store.notification.inbound.LiveSocket;
import ai.jiga.store.notification.inbound.NotifyOf;
import ai.jiga.store.notification.inbound.UserChannel;
import ai.jiga.store.notification.model.LiveChanges;
import ai.jiga.store.notification.model.Messages;
import ai.jiga.store.notification.model.MoneyMessages;
import ai.jiga.store.notification.model.NotificationCollections;
import ai.jiga.store.notification.usecase.FollowUser;
import ai.jiga.store.notification.usecase.ListNotifications;
import ai.jiga.store.notification.usecase.ReadNotification;
import ai.jiga.store.queue.TransactionalHandler;
import ai.jiga.store.wiring.Foundation;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.ext.web.Router;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// Builds the notification service.
@Singleton
public class NotificationWiring {
    private static final int STOP_EARLY = 100;

    private final Foundation foundation;

    public NotificationWiring(Foundation foundation) {
        this.foundation = foundation;
    }

    @Produces
    @Singleton
    static Schema notificationSchema() {
        return NotificationCollections.SCHEMA;
    }

    @Produces
    @Singleton
    ListNotifications listNotifications() {
        return new ListNotifications(foundation.store());
    }

    @Produces
    @Singleton
    ReadNotification readNotification() {
        return new ReadNotification(foundation.store(), foundation.clock());
    }

    @Produces
    @Singleton
    FollowUser followUser() {
        return new FollowUser(foundation.store(), foundation.clock(), Executors.newVirtualThreadPerTaskExecutor());
    }

    @Produces
    @Singleton
    LineKeeper lines() {
        return new LineKeeper("live-lines", Duration.ofSeconds(1), foundation.clock());
    }

    @Produces
    @Singleton
    ChannelKind userChannel(FollowUser users, ObjectMapper json) {
        return new UserChannel(users, json);
    }

    void socket(
            @Observes Router router,
            Admittance admittance,
            @Any Instance<ChannelKind> kinds,
            LineKeeper lines,
            ObjectMapper json) {
        Executor threads = Executors.newVirtualThreadPerTaskExecutor();
        var door = new SocketDoor(admittance, json, foundation.clock(), threads, LiveSocket.MESSAGE_BYTES);
        new LiveSocket(admittance, door, kinds.stream().toList(), lines, json, foundation.clock(), threads)
                .route(router);
    }

    /// Before the server waits for requests to end, which a stream does not do by itself.
    void sayGoodbye(@Observes ShutdownDelayInitiatedEvent soon, LineKeeper streams) {
        streams.close();
    }

    /// While the documents are still open.
    void stop(@Observes @Priority(STOP_EARLY) ShutdownEvent stopping, LineKeeper streams, FollowUser users) {
        streams.close();
        users.close();
    }

    @Produces
    @Singleton
    public TransactionalHandler ofPublication() {
        return new NotifyOf<>(
                foundation.json(), AgentPublished.TYPE, AgentPublished.class, Messages::published, _ -> List.of());
    }

    @Produces
    @Singleton
    public TransactionalHandler ofTransaction() {
        return new NotifyOf<>(
                foundation.json(),
                TransactionCompleted.TYPE,
                TransactionCompleted.class,
                MoneyMessages::completed,
                LiveChanges::completed);
    }

    @Produces
    @Singleton
    public TransactionalHandler ofSession() {
        return new NotifyOf<>(
                foundation.json(), SessionEnded.TYPE, SessionEnded.class, Messages::ended, LiveChanges::ended);
    }

    @Produces
    @Singleton
    public TransactionalHandler ofReview() {
        return new NotifyOf<>(
                foundation.json(), ReviewSubmitted.TYPE, ReviewSubmitted.class, Messages::reviewed, _ -> List.of());
    }

    @Produces
    @Singleton
    public TransactionalHandler ofModeration() {
        return new NotifyOf<>(
                foundation.json(), ListingModerated.TYPE, ListingModerated.class, Messages::moderated, _ -> List.of());
    }

    @Produces
    @Singleton
    public TransactionalHandler ofHire() {
        return new NotifyOf<>(foundation.json(), AgentHired.TYPE, AgentHired.class, _ -> List.of(), LiveChanges::hired);
    }

    @Produces
    @Singleton
    public TransactionalHandler ofStart() {
        return new NotifyOf<>(
                foundation.json(), SessionStarted.TYPE, SessionStarted.class, _ -> List.of(), LiveChanges::started);
    }

    @Produces
    @Singleton
    public TransactionalHandler ofConsumption() {
        return new NotifyOf<>(
                foundation.json(),
                SessionDofUpdate.TYPE,
                SessionDofUpdate.class,
                _ -> List.of(),
                LiveChanges::consumed);
    }

    @Produces
    @Singleton
    public TransactionalHandler ofInitiation() {
        return new NotifyOf<>(
                foundation.json(),
                TransactionInitiated.TYPE,
                TransactionInitiated.class,
                _ -> List.of(),
                LiveChanges::initiated);
    }

    @Produces
    @Singleton
    public TransactionalHandler ofFailure() {
        return new NotifyOf<>(
                foundation.json(),
                TransactionFailed.TYPE,
                TransactionFailed.class,
                _ -> List.of(),
                LiveChanges::failed);
    }
}

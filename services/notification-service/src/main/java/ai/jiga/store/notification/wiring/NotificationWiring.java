package ai.jiga.store.notification.wiring;

import ai.jiga.store.contracts.marketplace.AgentPublished;
import ai.jiga.store.contracts.marketplace.ReviewSubmitted;
import ai.jiga.store.contracts.session.SessionEnded;
import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.notification.inbound.NotifyOf;
import ai.jiga.store.notification.model.Messages;
import ai.jiga.store.notification.model.MoneyMessages;
import ai.jiga.store.notification.model.NotificationCollections;
import ai.jiga.store.notification.usecase.ListNotifications;
import ai.jiga.store.notification.usecase.ReadNotification;
import ai.jiga.store.queue.TransactionalHandler;
import ai.jiga.store.wiring.Foundation;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Builds the notification service.
@Singleton
public class NotificationWiring {
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
    public TransactionalHandler ofPublication() {
        return new NotifyOf<>(foundation.json(), AgentPublished.TYPE, AgentPublished.class, Messages::published);
    }

    @Produces
    @Singleton
    public TransactionalHandler ofTransaction() {
        return new NotifyOf<>(
                foundation.json(), TransactionCompleted.TYPE, TransactionCompleted.class, MoneyMessages::completed);
    }

    @Produces
    @Singleton
    public TransactionalHandler ofSession() {
        return new NotifyOf<>(foundation.json(), SessionEnded.TYPE, SessionEnded.class, Messages::ended);
    }

    @Produces
    @Singleton
    public TransactionalHandler ofReview() {
        return new NotifyOf<>(foundation.json(), ReviewSubmitted.TYPE, ReviewSubmitted.class, Messages::reviewed);
    }
}

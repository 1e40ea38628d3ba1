package ai.jiga.store.notification.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.notification.model.Notification;
import ai.jiga.store.notification.model.NotificationCollections;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Marks one of a user's own notifications as read. Doing it again changes nothing.
public final class ReadNotification {
    private final DocumentStore store;
    private final InstantSource clock;

    public ReadNotification(DocumentStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Refused with NOTIFICATION_NOT_FOUND when this user has none with that id.
    ///
    /// @param id as the client wrote it
    public Outcome<Notification> read(UserId user, String id) {
        Instant now = clock.instant();
        return ref(user, id)
                .flatMap(ref -> store.transact(tx -> {
                    Optional<Notification> found = tx.get(ref).map(Document::value);
                    Optional<Notification> read = found.map(notification -> notification.readAt(now));
                    if (!read.equals(found)) {
                        read.ifPresent(notification -> tx.set(ref, notification));
                    }
                    return read;
                }))
                .map(Outcome::done)
                .orElseGet(() ->
                        Outcome.rejected(ErrorCode.NOTIFICATION_NOT_FOUND, "You have no notification with this id."));
    }

    /// Empty for an id that nobody can have.
    private static Optional<Ref<Notification>> ref(UserId user, String id) {
        try {
            return Optional.of(NotificationCollections.notification(user, id));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}

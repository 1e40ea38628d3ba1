package ai.jiga.store.notification.usecase;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Results;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.notification.model.Notification;
import ai.jiga.store.notification.model.NotificationCollections;
import org.jspecify.annotations.Nullable;

/// A user's own notifications, the newest first.
public final class ListNotifications {
    private final DocumentStore store;

    public ListNotifications(DocumentStore store) {
        this.store = store;
    }

    /// @param unread whether to leave out those that are read
    /// @param cursor an earlier page's, for the same user and filter
    public Page<Notification> list(UserId user, boolean unread, int limit, @Nullable String cursor) {
        var query = unread ? NotificationCollections.unreadOf(user) : NotificationCollections.of(user);
        Results<Notification> found =
                store.query(query.limit(limit).startAfter(cursor == null ? null : new Cursor(cursor)));
        Cursor next = found.next();
        return new Page<>(found.values(), next == null ? null : next.token());
    }
}

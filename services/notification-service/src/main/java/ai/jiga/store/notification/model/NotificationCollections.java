package ai.jiga.store.notification.model;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.kernel.UserId;

/// Where notifications are kept: below their user.
public final class NotificationCollections {
    private static final Collection<Notification> NOTIFICATIONS = Collection.of(
                    "users/{}/notifications", Notification.class)
            .index(Index.desc("createdAt"))
            .index(Index.asc("read"), Index.desc("createdAt"));
    public static final Schema SCHEMA = Schema.of(NOTIFICATIONS, LiveCollections.LOGS, LiveCollections.PAGES);

    /// Names the parent only: users are the user service's.
    private static final Collection<Object> USERS = Collection.of("users", Object.class);

    private NotificationCollections() {}

    public static Ref<Notification> notification(UserId user, String id) {
        return NOTIFICATIONS.id(USERS.id(user.value()), id);
    }

    /// The newest first.
    public static Query<Notification> of(UserId user) {
        return NOTIFICATIONS.query(USERS.id(user.value())).descending("createdAt");
    }

    /// The newest first.
    public static Query<Notification> unreadOf(UserId user) {
        return NOTIFICATIONS
                .query(USERS.id(user.value()))
                .where("read")
                .is(false)
                .descending("createdAt");
    }
}

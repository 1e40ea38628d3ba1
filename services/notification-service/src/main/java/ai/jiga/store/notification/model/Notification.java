package ai.jiga.store.notification.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something a user was told.
///
/// @param id of the event that caused it: one event tells a user one thing at most
/// @param params what the text says; null of those of a time when that was not kept
/// @param createdAt when the cause was committed
/// @param readAt when the user first marked it as read
public record Notification(
        String id,
        String kind,
        String title,
        String text,
        @Nullable Facts params,
        Subject about,
        Instant createdAt,
        boolean read,
        @Nullable Instant readAt) {

    public static Notification unread(String id, Message message, Instant createdAt) {
        return new Notification(
                id,
                message.kind(),
                message.title(),
                message.text(),
                message.params(),
                message.about(),
                createdAt,
                false,
                null);
    }

    public Notification readAt(Instant now) {
        return read ? this : new Notification(id, kind, title, text, params, about, createdAt, true, now);
    }
}

package ai.jiga.store.queue.engine;

import ai.jiga.store.documents.Ref;
import ai.jiga.store.queue.InboxEntry;
import ai.jiga.store.queue.Outbox;
import java.time.Duration;
import java.time.Instant;

/// The proofs that a handler is through with an event.
public final class Inbox {
    /// Longer than an event can come again: topics keep events for a day.
    public static final Duration REMEMBERED = Duration.ofDays(7);

    private Inbox() {}

    public static Ref<InboxEntry> ref(String handler, String eventId) {
        return Outbox.INBOX.id(handler + ":" + eventId);
    }

    public static InboxEntry proof(String handler, String eventId, Instant now) {
        return new InboxEntry(handler, eventId, now, now.plus(REMEMBERED));
    }
}

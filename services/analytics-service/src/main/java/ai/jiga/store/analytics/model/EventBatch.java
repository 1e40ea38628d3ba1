package ai.jiga.store.analytics.model;

import ai.jiga.store.queue.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Events that came together, as they were sent.
///
/// @param expiresAt when they may go, whether anybody has taken them or not
public record EventBatch(List<Event> events, Instant expiresAt) {
    /// Time enough for a warehouse that is away for some days.
    private static final Duration KEPT = Duration.ofDays(7);

    public EventBatch {
        events = List.copyOf(events);
    }

    /// @param events at least one
    public static EventBatch of(List<Event> events) {
        return new EventBatch(events, events.getFirst().timestamp().plus(KEPT));
    }
}

package ai.jiga.store.analytics.model;

import ai.jiga.store.queue.Event;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Events that came together, as they were sent.
///
/// @param events none where an earlier format wrote the document, which was the one event itself
/// @param expiresAt when they may go, whether anybody has taken them or not; null in an earlier format
public record EventBatch(List<Event> events, @Nullable Instant expiresAt) {
    /// Time enough for a warehouse that is away for some days.
    public static final Duration KEPT = Duration.ofDays(7);

    @JsonCreator
    public EventBatch(@Nullable List<Event> events, @Nullable Instant expiresAt) {
        this.events = events == null ? List.of() : List.copyOf(events);
        this.expiresAt = expiresAt;
    }

    /// @param events at least one
    public static EventBatch of(List<Event> events) {
        return new EventBatch(events, events.getFirst().timestamp().plus(KEPT));
    }
}

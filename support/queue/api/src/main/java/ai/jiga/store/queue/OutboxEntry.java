package ai.jiga.store.queue;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The events of one commit and key on their way, as they lie in the outbox until every handler has done them.
///
/// @param sequence of the latest of them: what orders the entries of a key
/// @param event the first
/// @param more the others in their order; null when there are none
public record OutboxEntry(
        String key,
        long sequence,
        Instant createdAt,
        Event event,
        @Nullable List<Event> more) {

    /// @param events of one key, in their order; at least one
    public static OutboxEntry of(List<Event> events) {
        Event first = events.getFirst();
        long latest = events.stream()
                .mapToLong(event -> event.metadata().sequence())
                .max()
                .orElseThrow();
        return new OutboxEntry(
                first.metadata().key(),
                latest,
                first.timestamp(),
                first,
                events.size() == 1 ? null : List.copyOf(events.subList(1, events.size())));
    }

    public List<Event> events() {
        return more == null
                ? List.of(event)
                : Stream.concat(Stream.of(event), more.stream()).toList();
    }
}

package ai.jiga.store.notification.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The newest of a user's live events, in one document: to say one more costs one write, and whoever watches
/// the document hears it without asking. Full pages are put away beside it.
///
/// @param epoch when the log began, in milliseconds: a log that expired and began anew is another one
/// @param put how many events were put away: the first one here has the next number
/// @param events at most [#PAGE], in the order of their numbers
/// @param putUntil the latest cause among those that were put away: a later one is not there
public record LiveLog(
        long epoch,
        long put,
        List<LiveEvent> events,
        @Nullable Instant putUntil,
        Instant expiresAt) {
    public static final Duration KEPT = Duration.ofHours(24);
    public static final int MOST = 1_000;
    public static final int PAGE = 20;

    public LiveLog {
        events = List.copyOf(events);
    }

    public static LiveLog beginning(Instant at) {
        return new LiveLog(at.toEpochMilli(), 0, List.of(), null, at.plus(KEPT));
    }

    public long last() {
        return put + events.size();
    }

    public LivePosition end() {
        return new LivePosition(epoch, last());
    }

    public boolean isFull() {
        return events.size() >= PAGE;
    }

    public boolean knows(String cause) {
        return events.stream().anyMatch(event -> event.cause().equals(cause));
    }

    /// Whether an event with this cause may lie among those that were put away.
    public boolean mayHavePutAway(Instant cause) {
        return putUntil != null && !cause.isAfter(putUntil);
    }

    /// With one more; not for a log that is full.
    public LiveLog and(LiveEvent event) {
        var more = new ArrayList<>(events);
        more.add(event);
        Instant until = event.at().plus(KEPT);
        return new LiveLog(epoch, put, more, putUntil, until.isAfter(expiresAt) ? until : expiresAt);
    }

    /// With the page put away.
    public LiveLog emptied() {
        Instant latest = putUntil;
        for (LiveEvent event : events) {
            latest = latest == null || event.at().isAfter(latest) ? event.at() : latest;
        }
        return new LiveLog(epoch, last(), List.of(), latest, expiresAt);
    }
}

package ai.jiga.store.notification.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.notification.model.LiveCollections;
import ai.jiga.store.notification.model.LiveEvent;
import ai.jiga.store.notification.model.LiveLog;
import ai.jiga.store.notification.model.LivePosition;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a user is to hear from where somebody stopped: all of it in order, or the word that some of it is kept no more.
/// The newest thousand events of the last 24 hours are kept. Thread-safe; may ask the documents.
final class ReadLiveEvents {
    private final DocumentStore store;
    private final InstantSource clock;

    ReadLiveEvents(DocumentStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// @param events those after the position, the next first; none where there is a gap
    /// @param gap whether something after the position is kept no more
    /// @param reached how far somebody has heard who heard these, or reads everything anew
    record Heard(List<LiveEvent> events, boolean gap, LivePosition reached) {}

    Optional<LiveLog> log(UserId user) {
        return store.get(LiveCollections.log(user)).map(Document::value);
    }

    /// Where somebody stands who hears everything from now on.
    LivePosition now(Optional<LiveLog> log) {
        return log.map(LiveLog::end).orElseGet(() -> LivePosition.before(clock.instant()));
    }

    Heard after(UserId user, Optional<LiveLog> log, LivePosition from) {
        Instant oldest = clock.instant().minus(LiveLog.KEPT);
        boolean heardNothing = from.number() == 0 && from.epoch() > oldest.toEpochMilli();
        if (log.isEmpty()) {
            return heardNothing ? new Heard(List.of(), false, from) : gap(log);
        }
        LiveLog known = log.get();
        if (!heardNothing && from.epoch() != known.epoch() || from.number() > known.last()) {
            return gap(log);
        }
        List<LiveEvent> events = events(user, known, from.number());
        return events == null || events.stream().anyMatch(event -> event.at().isBefore(oldest))
                ? gap(log)
                : new Heard(events, false, known.end());
    }

    private Heard gap(Optional<LiveLog> log) {
        return new Heard(List.of(), true, now(log));
    }

    /// Null where one of them is kept no more.
    private @Nullable List<LiveEvent> events(UserId user, LiveLog log, long from) {
        long wanted = log.last() - from;
        if (wanted > LiveLog.MOST) {
            return null;
        }
        List<LiveEvent> events = new ArrayList<>();
        if (from < log.put()) {
            events.addAll(LiveCollections.events(store.getAll(LiveCollections.pagesFrom(user, log, from + 1))));
        }
        events.addAll(log.events());
        events.removeIf(event -> event.number() <= from);
        return events.size() == wanted ? events : null;
    }
}

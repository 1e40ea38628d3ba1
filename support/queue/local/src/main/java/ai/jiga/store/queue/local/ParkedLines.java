package ai.jiga.store.queue.local;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Results;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.OutboxEntry;
import ai.jiga.store.queue.ParkedEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The events that are parked, in lines: one for each handler and key, the oldest in front.
///
/// Which lines exist is kept in memory too, so that a delivery need not ask the store. Only the lane of a key opens and
/// closes its lines.
final class ParkedLines {
    private static final Logger LOG = LoggerFactory.getLogger(ParkedLines.class);
    private static final int PAGE = 500;

    private final DocumentStore store;
    private final InstantSource clock;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();

    ParkedLines(DocumentStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    record Line(String handler, String key) {}

    /// Learns from the store which lines there are.
    ///
    /// @return lines whose front never failed itself: whoever released them died before they had gone on
    List<Line> load() {
        var fronts = new HashMap<Line, ParkedEvent>();
        @Nullable Cursor next = null;
        do {
            Results<ParkedEvent> page = list(PAGE, next);
            for (ParkedEvent parked : page.values()) {
                fronts.merge(
                        new Line(parked.handler(), parked.key()),
                        parked,
                        (a, b) -> a.sequence() <= b.sequence() ? a : b);
            }
            next = page.next();
        } while (next != null);
        lines.addAll(fronts.keySet());
        var heldForNothing = new ArrayList<Line>();
        fronts.forEach((line, front) -> {
            if (front.attempts() == 0) {
                heldForNothing.add(line);
            }
        });
        return heldForNothing;
    }

    Results<ParkedEvent> list(int limit, @Nullable Cursor startAfter) {
        return store.query(
                Outbox.PARKED.query().ascending("parkedAt").limit(limit).startAfter(startAfter));
    }

    boolean holds(Line line) {
        return lines.contains(line);
    }

    void closed(Line line) {
        lines.remove(line);
    }

    Optional<Document<ParkedEvent>> front(Line line) {
        Results<ParkedEvent> front = store.query(Outbox.PARKED
                .query()
                .where("handler")
                .is(line.handler())
                .where("key")
                .is(line.key())
                .ascending("sequence")
                .limit(1));
        return front.documents().stream().findFirst();
    }

    /// Parks what failed too often, and opens a line behind it.
    void park(String handler, OutboxEntry entry, int attempts, Outcome.Failed failed) {
        var line = new Line(handler, entry.key());
        write(line, entry, attempts, failed.inWords());
        lines.add(line);
        alert(handler, entry.event(), attempts, failed);
    }

    /// Parks what may not overtake.
    void parkBehind(Line line, OutboxEntry entry) {
        write(line, entry, 0, "held back by an earlier event of its key");
        LOG.info(
                "event {} ({}) of key {} is held back for handler {}",
                entry.event().id(),
                entry.event().type(),
                line.key(),
                line.handler());
    }

    /// An event that was parked has failed again.
    void failedAgain(Document<ParkedEvent> parked, int attempts, Outcome.Failed failed) {
        int inAll = parked.value().attempts() + attempts;
        store.transact(tx -> {
            Optional<Document<ParkedEvent>> current = tx.get(parked.ref());
            current.ifPresent(now -> {
                ParkedEvent was = now.value();
                tx.set(
                        parked.ref(),
                        new ParkedEvent(
                                was.id(),
                                was.handler(),
                                was.key(),
                                was.sequence(),
                                inAll,
                                failed.inWords(),
                                was.parkedAt(),
                                was.event()));
            });
            return current;
        });
        alert(parked.value().handler(), parked.value().event(), inAll, failed);
    }

    /// Removes it for good, with a proof in the inbox: its entry may still lie in the outbox.
    ///
    /// @return what was removed, if it existed
    Optional<ParkedEvent> remove(String id) {
        Ref<ParkedEvent> ref = Outbox.PARKED.id(id);
        Instant now = clock.instant();
        return store.transact(tx -> {
            Optional<ParkedEvent> parked = tx.get(ref).map(Document::value);
            parked.ifPresent(gone -> {
                tx.delete(ref);
                tx.set(
                        Delivery.inbox(gone.handler(), gone.event().id()),
                        Delivery.proof(gone.handler(), gone.event().id(), now));
            });
            return parked;
        });
    }

    Optional<ParkedEvent> get(String id) {
        return store.get(Outbox.PARKED.id(id)).map(Document::value);
    }

    /// The id is made of handler and event, so that parking again after a crash changes nothing; and what the handler
    /// did in an attempt whose outcome was unknown is not parked.
    private void write(Line line, OutboxEntry entry, int attempts, String error) {
        Event event = entry.event();
        String id = line.handler() + ":" + event.id();
        Ref<ParkedEvent> ref = Outbox.PARKED.id(id);
        var parked = new ParkedEvent(
                id, line.handler(), entry.key(), entry.sequence(), attempts, error, clock.instant(), event);
        store.transact(tx -> {
            boolean open = tx.get(ref).isEmpty()
                    && tx.get(Delivery.inbox(line.handler(), event.id())).isEmpty();
            if (open) {
                tx.create(ref, parked);
            }
            return open;
        });
    }

    private static void alert(String handler, Event event, int attempts, Outcome.Failed failed) {
        try (var _ = new RequestTrace(event.metadata().requestId())) {
            LOG.warn(
                    "event {} ({}) of key {} is parked for handler {} after {} attempts and holds back the later events of"
                            + " this key for this handler: look at it with GET /api/v1/admin/dead-letters, and retry or"
                            + " drop it there by its id {}:{}",
                    event.id(),
                    event.type(),
                    event.metadata().key(),
                    handler,
                    attempts,
                    handler,
                    event.id(),
                    failed.cause());
        }
    }
}

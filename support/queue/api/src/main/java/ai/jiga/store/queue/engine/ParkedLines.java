package ai.jiga.store.queue.engine;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Results;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.ParkedEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The events that are parked, in lines: one for each handler and key, the oldest in front. All of it is documents.
public final class ParkedLines {
    private static final Logger LOG = LoggerFactory.getLogger(ParkedLines.class);
    private static final int PAGE = 500;
    private static final int MOST_COUNTED = 100_000;

    private final DocumentStore store;
    private final InstantSource clock;

    public ParkedLines(DocumentStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    public record Line(String handler, String key) {}

    /// Which lines there are, each with its front. A front without an attempt never failed itself: whoever released
    /// its line died before it had gone on.
    public Map<Line, ParkedEvent> fronts() {
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
        return fronts;
    }

    public Results<ParkedEvent> list(int limit, @Nullable Cursor startAfter) {
        return store.query(
                Outbox.PARKED.query().ascending("parkedAt").limit(limit).startAfter(startAfter));
    }

    /// 100,000 at most.
    public long count() {
        return store.count(Outbox.PARKED.query().ascending("parkedAt").limit(MOST_COUNTED));
    }

    static Query<ParkedEvent> frontOf(Line line) {
        return Outbox.PARKED
                .query()
                .where("handler")
                .is(line.handler())
                .where("key")
                .is(line.key())
                .ascending("sequence")
                .limit(1);
    }

    public Optional<Document<ParkedEvent>> front(Line line) {
        return store.query(frontOf(line)).documents().stream().findFirst();
    }

    /// The id is made of handler and event, so that parking again changes nothing.
    static Ref<ParkedEvent> ref(String handler, Event event) {
        return Outbox.PARKED.id(handler + ":" + event.id());
    }

    /// Parks what failed too often, and opens a line behind it.
    public void park(String handler, Event event, int attempts, Outcome.Failed failed) {
        write(entry(handler, event, attempts, failed.inWords(), clock.instant()));
        alert(handler, event, attempts, failed);
    }

    /// Parks what may not overtake, where only this process opens and closes lines.
    public void parkBehind(Line line, Event event) {
        write(heldBack(line, event, clock.instant()));
        logHeldBack(line, event);
    }

    static ParkedEvent heldBack(Line line, Event event, Instant now) {
        return entry(line.handler(), event, 0, "held back by an earlier event of its key", now);
    }

    static void logHeldBack(Line line, Event event) {
        LOG.info(
                "event {} ({}) of key {} is held back for handler {}",
                event.id(),
                event.type(),
                line.key(),
                line.handler());
    }

    private static ParkedEvent entry(String handler, Event event, int attempts, String error, Instant now) {
        Event.Metadata about = event.metadata();
        return new ParkedEvent(
                ref(handler, event).id(), handler, about.key(), about.sequence(), attempts, error, now, event);
    }

    /// An event that was parked has failed again.
    public void failedAgain(Document<ParkedEvent> parked, int attempts, Outcome.Failed failed) {
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

    /// Leaves a line to whichever process has its handler: its front looks like one that never failed, and such lines
    /// are searched for.
    public void leaveToOthers(Line line) {
        Optional<Document<ParkedEvent>> front = front(line);
        front.ifPresent(seen -> store.transact(tx -> {
            Optional<Document<ParkedEvent>> current = tx.get(seen.ref());
            current.ifPresent(now -> {
                Event event = now.value().event();
                String error =
                        "an operator lets it go on; before: " + now.value().error();
                tx.set(
                        seen.ref(),
                        entry(line.handler(), event, 0, error, now.value().parkedAt()));
            });
            return current.isPresent();
        }));
    }

    /// Removes it for good, with a proof in the inbox: the event may still come again.
    ///
    /// @return what was removed, if it existed
    public Optional<ParkedEvent> remove(String id) {
        Ref<ParkedEvent> ref = Outbox.PARKED.id(id);
        Instant now = clock.instant();
        return store.transact(tx -> {
            Optional<ParkedEvent> parked = tx.get(ref).map(Document::value);
            parked.ifPresent(gone -> {
                tx.delete(ref);
                String event = gone.event().id();
                tx.set(Inbox.ref(gone.handler(), event), Inbox.proof(gone.handler(), event, now));
            });
            return parked;
        });
    }

    public Optional<ParkedEvent> get(String id) {
        return store.get(Outbox.PARKED.id(id)).map(Document::value);
    }

    /// What is parked already stays as it is; and what the handler did in an attempt whose outcome was
    /// unknown is not parked.
    private void write(ParkedEvent parked) {
        Ref<ParkedEvent> ref = Outbox.PARKED.id(parked.id());
        store.transact(tx -> {
            boolean open = tx.get(ref).isEmpty()
                    && tx.get(Inbox.ref(parked.handler(), parked.event().id())).isEmpty();
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

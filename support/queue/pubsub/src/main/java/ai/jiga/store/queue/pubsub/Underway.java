package ai.jiga.store.queue.pubsub;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.engine.Inbox;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What this process has published and wants itself, until one of its lanes, or another node's, is through with it.
/// Kept for [PubSubQueue#awaitIdle] only; past a limit the oldest is forgotten.
final class Underway {
    private static final int MOST = 10_000;
    private static final int ASKED_AT_ONCE = 100;

    private final Set<Sent> sent = new LinkedHashSet<>();

    record Sent(String handler, String eventId) {}

    synchronized void departs(String handler, String eventId) {
        sent.add(new Sent(handler, eventId));
        if (sent.size() > MOST) {
            Iterator<Sent> oldest = sent.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    synchronized void arrived(String handler, String eventId) {
        sent.remove(new Sent(handler, eventId));
    }

    synchronized boolean isEmpty() {
        return sent.isEmpty();
    }

    private synchronized List<Sent> some() {
        return sent.stream().limit(ASKED_AT_ONCE).toList();
    }

    /// Forgets what some node has done or parked.
    ///
    /// @return whether nothing is left
    boolean askedOf(DocumentStore store) {
        List<Sent> asked = some();
        var done = store.getAll(asked.stream()
                .map(event -> Inbox.ref(event.handler(), event.eventId()))
                .toList());
        done.forEach(proof -> arrived(proof.value().handler(), proof.value().eventId()));
        var parked = store.getAll(asked.stream()
                .map(event -> Outbox.PARKED.id(event.handler() + ":" + event.eventId()))
                .toList());
        parked.forEach(
                entry -> arrived(entry.value().handler(), entry.value().event().id()));
        return isEmpty();
    }
}

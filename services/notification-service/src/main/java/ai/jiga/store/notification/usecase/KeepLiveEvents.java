package ai.jiga.store.notification.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.notification.model.LiveChange;
import ai.jiga.store.notification.model.LiveCollections;
import ai.jiga.store.notification.model.LiveEvent;
import ai.jiga.store.notification.model.LiveLog;
import ai.jiga.store.notification.model.LivePage;
import ai.jiga.store.queue.Event;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps what users' open pages are to hear, in the transaction that reacts to an event. What an event caused is known
/// by its id: taken again, it leaves the logs as they are.
public final class KeepLiveEvents {
    private final ObjectMapper json;

    public KeepLiveEvents(ObjectMapper json) {
        this.json = json;
    }

    /// Reads, and gives back what is to be written. The platform itself has no open pages.
    public List<Kept> read(Transaction tx, Event cause, List<LiveChange> changes) {
        Map<UserId, List<LiveChange>> byUser = new LinkedHashMap<>();
        for (LiveChange change : changes) {
            if (!change.recipient().equals(UserId.SYSTEM)) {
                byUser.computeIfAbsent(change.recipient(), _ -> new ArrayList<>())
                        .add(change);
            }
        }
        List<Kept> kept = new ArrayList<>();
        byUser.forEach((user, told) -> {
            Optional<LiveLog> log = tx.get(LiveCollections.log(user)).map(Document::value);
            if (log.isEmpty() || !isKnown(tx, user, log.get(), cause)) {
                kept.add(new Kept(user, log, events(cause, told)));
            }
        });
        return kept;
    }

    private static boolean isKnown(Transaction tx, UserId user, LiveLog log, Event cause) {
        return log.knows(cause.id())
                || log.mayHavePutAway(cause.timestamp())
                        && LiveCollections.events(tx.getAll(LiveCollections.pages(user, log))).stream()
                                .anyMatch(event -> event.cause().equals(cause.id()));
    }

    private List<LiveEvent> events(Event cause, List<LiveChange> changes) {
        return changes.stream()
                .map(change ->
                        new LiveEvent(0, cause.id(), change.type(), cause.timestamp(), json.valueToTree(change.data())))
                .toList();
    }

    /// What one user is to hear.
    public record Kept(UserId user, Optional<LiveLog> before, List<LiveEvent> events) {
        public void write(Transaction tx) {
            LiveLog log =
                    before.orElseGet(() -> LiveLog.beginning(events.getFirst().at()));
            for (LiveEvent event : events) {
                if (log.isFull()) {
                    tx.set(LiveCollections.pageOf(user, log), new LivePage(log.events(), log.expiresAt()));
                    LiveCollections.pageAfterwardsTooMuch(user, log).ifPresent(tx::delete);
                    log = log.emptied();
                }
                log = log.and(new LiveEvent(log.last() + 1, event.cause(), event.type(), event.at(), event.data()));
            }
            tx.set(LiveCollections.log(user), log);
        }
    }
}

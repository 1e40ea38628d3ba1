package ai.jiga.store.session.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.Tasks;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.SessionLimits;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.InstantSource;
import java.util.Optional;

/// Ends what ends by itself: a session that nobody came to, one whose player stayed away, one at its time limit.
public final class WatchSession {
    /// One for each session that is not over, due at its next deadline.
    public static final String TASK = "session.watch";

    private final DocumentStore store;
    private final Ends ends;
    private final Tasks tasks;
    private final InstantSource clock;
    private final SessionLimits limits;

    public WatchSession(DocumentStore store, Ends ends, Tasks tasks, InstantSource clock, SessionLimits limits) {
        this.store = store;
        this.ends = ends;
        this.tasks = tasks;
        this.clock = clock;
        this.limits = limits;
    }

    static void schedule(Tasks tasks, Transaction tx, Session session, SessionLimits limits) {
        session.deadline(limits)
                .ifPresent(deadline -> tasks.schedule(
                        tx,
                        new Task(TASK, session.id().value(), deadline.at(), JsonNodeFactory.instance.objectNode())));
    }

    /// Ends the session if its deadline has passed; looks again later if it moved.
    public void look(SessionId id) {
        Optional<Session> session = store.get(SessionCollections.session(id)).map(Document::value);
        Optional<Session.Deadline> deadline = session.flatMap(s -> s.deadline(limits));
        if (deadline.isEmpty()) {
            return;
        }
        if (deadline.get().at().isAfter(clock.instant())) {
            store.transact(tx -> {
                tx.get(SessionCollections.session(id))
                        .map(Document::value)
                        .ifPresent(s -> schedule(tasks, tx, s, limits));
                return id;
            });
            return;
        }
        ends.end(id, deadline.get().reason());
    }
}

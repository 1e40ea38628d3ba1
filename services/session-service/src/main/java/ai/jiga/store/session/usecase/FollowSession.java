package ai.jiga.store.session.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.UsageFlush;
import java.util.List;

/// How one's own session stands, and when that may have changed: at each mark of its clock and each flush of its usage,
/// whichever process writes them. Between those the clock goes on as the rate says.
public final class FollowSession {
    private final DocumentStore store;
    private final ReadSessions sessions;

    public FollowSession(DocumentStore store, ReadSessions sessions) {
        this.store = store;
        this.sessions = sessions;
    }

    /// As [ReadSessions#one(UserId, SessionId)].
    public Outcome<SessionView> look(UserId player, SessionId id) {
        return sessions.one(player, id);
    }

    /// What tells one state from another: who asks twice and gets the same has missed nothing.
    public List<String> version(SessionId id) {
        return List.of(
                store.get(SessionCollections.session(id))
                        .map(session -> session.updatedAt().toString())
                        .orElse(""),
                store.query(lastFlush(id)).documents().stream()
                        .findFirst()
                        .map(flush -> flush.updatedAt().toString())
                        .orElse(""));
    }

    /// @param changed called soon after, and not only when there was a change
    public List<DocumentStore.Watch> watch(SessionId id, Runnable changed) {
        return List.of(
                store.watch(SessionCollections.session(id), _ -> changed.run()),
                store.watch(lastFlush(id), (List<Document<UsageFlush>> _) -> changed.run()));
    }

    private static Query<UsageFlush> lastFlush(SessionId id) {
        return SessionCollections.USAGE
                .query(SessionCollections.session(id))
                .descending("lastSeq")
                .limit(1);
    }
}

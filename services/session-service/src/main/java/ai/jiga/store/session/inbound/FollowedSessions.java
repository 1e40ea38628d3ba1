package ai.jiga.store.session.inbound;

import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.lines.StateChannel;
import ai.jiga.store.session.usecase.FollowSession;
import java.util.List;

/// What `session:{id}` on `/ws` tells of: how a session stands, for its player, as `GET /sessions/{id}` says it.
public final class FollowedSessions implements StateChannel.Source {
    private final FollowSession sessions;

    public FollowedSessions(FollowSession sessions) {
        this.sessions = sessions;
    }

    @Override
    public Outcome<StateChannel.Subject> find(Caller.User caller, String text) {
        try {
            return Outcome.done(new Followed(caller.id(), SessionId.of(text)));
        } catch (IllegalArgumentException malformed) {
            return Outcome.rejected(ErrorCode.SESSION_NOT_FOUND, "You have no session with this id.");
        }
    }

    private final class Followed implements StateChannel.Subject {
        private final UserId player;
        private final SessionId id;

        private Followed(UserId player, SessionId id) {
            this.player = player;
            this.id = id;
        }

        @Override
        public Object version() {
            return sessions.version(id);
        }

        @Override
        public Outcome<?> look() {
            return sessions.look(player, id);
        }

        @Override
        public List<? extends AutoCloseable> watch(Runnable changed) {
            return sessions.watch(id, changed);
        }
    }
}

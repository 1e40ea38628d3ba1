package ai.jiga.store.session.inbound;

import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.lines.ChannelKind;
import ai.jiga.store.lines.LatestState;
import ai.jiga.store.session.usecase.FollowSession;
import ai.jiga.store.session.usecase.SessionView;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/// `session:{id}` on `/ws`: how a session stands, for its player, as `GET /sessions/{id}` says it.
public final class SessionChannel implements ChannelKind {
    private static final String CHANGED = "session.changed";

    private final FollowSession sessions;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Executor threads;

    public SessionChannel(FollowSession sessions, ObjectMapper json, InstantSource clock, Executor threads) {
        this.sessions = sessions;
        this.json = json;
        this.clock = clock;
        this.threads = threads;
    }

    @Override
    public String name() {
        return "session";
    }

    @Override
    public boolean hasId() {
        return true;
    }

    @Override
    public Outcome<Listening> open(Caller.User caller, String text, Listener listener) {
        SessionId id;
        try {
            id = SessionId.of(text);
        } catch (IllegalArgumentException malformed) {
            return Outcome.rejected(ErrorCode.SESSION_NOT_FOUND, "You have no session with this id.");
        }
        // Asked first, so that what changes meanwhile is told once more rather than not at all.
        var seen = new AtomicReference<List<String>>(sessions.version(id));
        return sessions.look(caller.id(), id).map(view -> {
            var state = new LatestState(threads, json.valueToTree(view), () -> change(caller.id(), id, seen), listener);
            sessions.watch(id, state::changed).forEach(state::watching);
            return state;
        });
    }

    private Optional<JsonNode> change(UserId player, SessionId id, AtomicReference<List<String>> seen) {
        List<String> version = sessions.version(id);
        if (version.equals(seen.getAndSet(version))) {
            return Optional.empty();
        }
        return switch (sessions.look(player, id)) {
            case Outcome.Done<SessionView> done ->
                Optional.of(json.createObjectNode()
                        .put("type", CHANGED)
                        .put("at", clock.instant().toString())
                        .set("data", json.valueToTree(done.value())));
            // It is kept for a while after its end, and then it is no more: nothing is left to be told.
            case Outcome.Rejected<SessionView> gone -> Optional.empty();
        };
    }
}

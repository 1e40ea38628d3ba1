package ai.jiga.store.session.inbound;

import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.lines.Connection;
import ai.jiga.store.lines.SocketDoor;
import ai.jiga.store.session.live.FrameLimits;
import ai.jiga.store.session.live.LiveSessions;
import ai.jiga.store.session.usecase.OpenConnection;
import ai.jiga.store.session.usecase.ReadSessions;
import ai.jiga.store.tickets.Tickets;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/// The door of `/ws/session/{id}`.
public final class SessionSocket {
    private final SocketDoor door;
    private final ReadSessions sessions;
    private final LiveSessions live;

    public SessionSocket(SocketDoor door, ReadSessions sessions, LiveSessions live) {
        this.door = door;
        this.sessions = sessions;
        this.live = live;
    }

    /// What the server must be told before it starts.
    public static void prepare(HttpServerOptions options) {
        options.setWebSocketSubProtocols(List.of(OpenConnection.PROTOCOL));
        options.setPerMessageWebSocketCompressionSupported(false);
        options.setPerFrameWebSocketCompressionSupported(false);
        options.setMaxWebSocketMessageSize(FrameLimits.MESSAGE_BYTES);
        options.setMaxWebSocketFrameSize(FrameLimits.MESSAGE_BYTES);
    }

    public void route(Router router) {
        router.get("/ws/session/:id").handler(this::open);
    }

    private void open(RoutingContext context) {
        String id = context.pathParam("id");
        door.open(context, "sessionSocket", Tickets.session(id), player -> admit(player, id), this::enter);
    }

    private Outcome<SessionId> admit(Caller.User player, String path) {
        SessionId id;
        try {
            id = SessionId.of(path);
        } catch (IllegalArgumentException malformed) {
            return Outcome.rejected(ErrorCode.SESSION_NOT_FOUND, "You have no session with this id.");
        }
        return sessions.own(player.id(), id)
                .then(found -> found.status().isOver()
                        ? Outcome.rejected(
                                ErrorCode.SESSION_ENDED, "This session is over. Hire the agent again to go on.")
                        : Outcome.done(id));
    }

    private SocketDoor.Line enter(Caller.User player, SessionId id, Connection client) {
        LiveSessions.Line line = live.connect(player, id, client);
        return new SocketDoor.Line() {
            @Override
            public void said(String text) {
                line.said(text);
            }

            @Override
            public void lost() {
                line.lost();
            }
        };
    }
}

package ai.jiga.store.session.inbound;

import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.lines.Admittance;
import ai.jiga.store.lines.Connection;
import ai.jiga.store.lines.SocketDoor;
import ai.jiga.store.session.live.FrameLimits;
import ai.jiga.store.session.live.LiveSessions;
import ai.jiga.store.session.usecase.OpenConnection;
import ai.jiga.store.session.usecase.ReadSessions;
import ai.jiga.store.tickets.Ticket;
import ai.jiga.store.tickets.Tickets;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The door of `/ws/session/{id}`.
public final class SessionSocket {
    private static final String NOBODYS = "";

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
        door.open(context, "sessionSocket", Tickets.session(id), entrant -> admit(entrant, id), this::enter);
    }

    /// @param ticket to be used with the seat; null: the player came by a token
    private record Entering(SessionId id, @Nullable Ticket ticket) {}

    private Outcome<Entering> admit(Admittance.Entrant entrant, String path) {
        SessionId id;
        try {
            id = SessionId.of(path);
        } catch (IllegalArgumentException malformed) {
            return Outcome.rejected(ErrorCode.SESSION_NOT_FOUND, "You have no session with this id.");
        }
        Ticket ticket = entrant.ticket();
        return sessions.own(entrant.user().id(), id).then(found -> {
            if (found.status().isOver()) {
                return Outcome.rejected(
                        ErrorCode.SESSION_ENDED, "This session is over. Hire the agent again to go on.");
            }
            return ticket != null && found.hasSeen(ticket.id(), NOBODYS)
                    ? Outcome.rejected(Tickets.refused())
                    : Outcome.done(new Entering(id, ticket));
        });
    }

    private SocketDoor.Line enter(Caller.User player, Entering entering, Connection client) {
        LiveSessions.Line line = live.connect(player, entering.id(), entering.ticket(), client);
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

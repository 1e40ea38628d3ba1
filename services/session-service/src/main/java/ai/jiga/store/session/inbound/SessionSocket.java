package ai.jiga.store.session.inbound;

import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.revocation.EndedSignIns;
import ai.jiga.store.security.TokenVerifier;
import ai.jiga.store.session.live.FrameLimits;
import ai.jiga.store.session.live.LiveSessions;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.usecase.OpenConnection;
import ai.jiga.store.session.usecase.ReadSessions;
import ai.jiga.store.tickets.Tickets;
import ai.jiga.store.web.Authentication;
import ai.jiga.store.web.Problem;
import ai.jiga.store.web.RequestIds;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Context;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door of `/ws/session/{id}`: who may not come in gets a problem document, not a socket that closes at once.
public final class SessionSocket {
    private static final Logger LOG = LoggerFactory.getLogger(SessionSocket.class);
    private static final String BEARER = "bearer ";

    private final TokenVerifier tokens;
    private final EndedSignIns ended;
    private final Tickets tickets;
    private final ReadSessions sessions;
    private final LiveSessions live;
    private final Predicate<String> allowedOrigins;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Executor blocking;

    /// @param blocking runs what waits for documents
    public SessionSocket(
            TokenVerifier tokens,
            EndedSignIns ended,
            Tickets tickets,
            ReadSessions sessions,
            LiveSessions live,
            Predicate<String> allowedOrigins,
            ObjectMapper json,
            InstantSource clock,
            Executor blocking) {
        this.tokens = tokens;
        this.ended = ended;
        this.tickets = tickets;
        this.sessions = sessions;
        this.live = live;
        this.allowedOrigins = allowedOrigins;
        this.json = json;
        this.clock = clock;
        this.blocking = blocking;
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
        HttpServerRequest request = context.request();
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            refuse(
                    context,
                    Rejection.of(
                            ErrorCode.MALFORMED_REQUEST,
                            "This address speaks WebSocket only: see the session's 'connection'."));
            return;
        }
        String origin = request.getHeader("Origin");
        if (origin != null && !allowedOrigins.test(origin)) {
            refuse(
                    context,
                    Rejection.of(
                            ErrorCode.ORIGIN_NOT_ALLOWED, "Pages of " + origin + " may not connect to this store."));
            return;
        }
        Context here = context.vertx().getOrCreateContext();
        request.pause();
        blocking.execute(() -> {
            Outcome<Admitted> admitted;
            try {
                admitted =
                        admit(context.pathParam("id"), request.getHeader("Authorization"), request.getParam("ticket"));
            } catch (RuntimeException e) {
                LOG.error("a session could not be opened", e);
                admitted = Outcome.rejected(ErrorCode.INTERNAL, "Something went wrong on our side. Try again.");
            }
            Outcome<Admitted> decided = admitted;
            here.runOnContext(ignored -> {
                switch (decided) {
                    case Outcome.Done<Admitted> done -> upgrade(context, done.value());
                    case Outcome.Rejected<Admitted> rejected -> refuse(context, rejected.rejection());
                }
            });
        });
    }

    private record Admitted(Caller.User player, SessionId id) {}

    private Outcome<Admitted> admit(String path, @Nullable String authorization, @Nullable String ticket) {
        SessionId id;
        try {
            id = SessionId.of(path);
        } catch (IllegalArgumentException malformed) {
            return Outcome.rejected(ErrorCode.SESSION_NOT_FOUND, "You have no session with this id.");
        }
        return player(id, authorization, ticket).then(player -> {
            Outcome<Session> session = sessions.own(player.id(), id);
            return session.then(found -> found.status().isOver()
                    ? Outcome.rejected(ErrorCode.SESSION_ENDED, "This session is over. Hire the agent again to go on.")
                    : Outcome.done(new Admitted(player, id)));
        });
    }

    private Outcome<Caller.User> player(SessionId id, @Nullable String authorization, @Nullable String ticket) {
        if (authorization != null) {
            Optional<TokenVerifier.VerifiedToken> token =
                    authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                            ? tokens.verify(
                                    authorization.substring(BEARER.length()).strip())
                            : Optional.empty();
            return token.map(t -> Outcome.done(Authentication.caller(t)))
                    .orElseGet(() -> Outcome.rejected(
                            ErrorCode.INVALID_TOKEN,
                            "The access token is not valid or has expired. Sign in again or refresh it."));
        }
        if (ticket != null) {
            return tickets.redeem(ticket, Tickets.session(id.value()))
                    .map(Outcome::done)
                    .orElseGet(() -> Outcome.rejected(
                            ErrorCode.INVALID_TICKET,
                            "The ticket is not for this session, was used, or is older than a minute. Ask for a new"
                                    + " one."));
        }
        return Outcome.rejected(
                ErrorCode.UNAUTHORIZED,
                "Show who you are: the header 'Authorization: Bearer <access token>', or '?ticket='.");
    }

    private void upgrade(RoutingContext context, Admitted admitted) {
        context.request()
                .toWebSocket()
                .onSuccess(socket -> connect(socket, context.request().connection(), admitted))
                .onFailure(context::fail);
    }

    private void connect(ServerWebSocket socket, HttpConnection connection, Admitted admitted) {
        var client = new SocketConnection(socket, clock, () -> ended.include(admitted.player()));
        LiveSessions.Line line = live.connect(admitted.player(), admitted.id(), client);
        ProtocolGuard.stand(((ConnectionBase) connection).channel(), line::lost);
        socket.pongHandler(pong -> client.heard());
        socket.textMessageHandler(text -> {
            client.received();
            line.said(text);
        });
        socket.exceptionHandler(e -> LOG.debug("the line of session {} failed", admitted.id(), e));
        socket.closeHandler(closed -> line.lost());
    }

    private void refuse(RoutingContext context, Rejection rejection) {
        var response = context.response();
        String requestId = response.headers().get(RequestIds.HEADER);
        var problem = Problem.of(
                rejection,
                context.request().path(),
                requestId == null ? RequestIds.current() : requestId,
                clock.instant());
        try {
            response.setStatusCode(rejection.code().status())
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .putHeader("Cache-Control", "no-store")
                    .end(json.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always JSON", e);
        }
    }
}

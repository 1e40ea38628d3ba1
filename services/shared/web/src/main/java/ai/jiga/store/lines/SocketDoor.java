package ai.jiga.store.lines;

import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.web.Problem;
import ai.jiga.store.web.RequestIds;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.channel.Channel;
import io.vertx.core.Context;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door of every WebSocket: who may not come in gets a problem document, not a socket that closes at once, and who
/// comes in is held to RFC 6455.
public final class SocketDoor {
    private static final Logger LOG = LoggerFactory.getLogger(SocketDoor.class);
    private static final String VERSION = "13";
    private static final int KEY_BYTES = 16;

    private final Admittance admittance;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Executor blocking;
    private final int mostBytes;

    /// @param blocking runs what waits for documents
    /// @param mostBytes of a message
    public SocketDoor(Admittance admittance, ObjectMapper json, InstantSource clock, Executor blocking, int mostBytes) {
        this.admittance = admittance;
        this.json = json;
        this.clock = clock;
        this.blocking = blocking;
        this.mostBytes = mostBytes;
    }

    /// What a client's side of a line reports.
    public interface Line {
        /// Never blocks. [Connection#taken()] is told once it has been dealt with.
        void said(String text);

        void lost();
    }

    /// @param operation the door's own row in the access table
    /// @param purpose what a ticket must be for
    /// @param admit whether this entrant may come in, and whether a ticket that was shown is good still; may block
    /// @param enter begins to answer; never blocks
    public <T> void open(
            RoutingContext context,
            String operation,
            String purpose,
            Function<Admittance.Entrant, Outcome<T>> admit,
            Entrance<T> enter) {
        HttpServerRequest request = context.request();
        Optional<Rejection> noHandshake = noHandshake(request);
        if (noHandshake.isPresent()) {
            // RFC 9110, 15.5.22 and RFC 6455, 4.4: with what is spoken here.
            context.response()
                    .putHeader("Upgrade", "websocket")
                    .putHeader("Connection", "Upgrade")
                    .putHeader("Sec-WebSocket-Version", VERSION);
            refuse(context, noHandshake.get());
            return;
        }
        String origin = request.getHeader("Origin");
        if (origin != null && !admittance.origins().allows(origin)) {
            refuse(
                    context,
                    Rejection.of(
                            ErrorCode.ORIGIN_NOT_ALLOWED, "Pages of " + origin + " may not connect to this store."));
            return;
        }
        Context here = context.vertx().getOrCreateContext();
        request.pause();
        blocking.execute(() -> {
            Outcome<Admitted<T>> admitted;
            try {
                admitted = admittance
                        .admit(request, operation, purpose)
                        .then(entrant -> admit.apply(entrant).map(value -> new Admitted<>(entrant.user(), value)));
            } catch (RuntimeException e) {
                LOG.error("a line could not be opened", e);
                admitted = Outcome.rejected(ErrorCode.INTERNAL, "Something went wrong on our side. Try again.");
            }
            Outcome<Admitted<T>> decided = admitted;
            here.runOnContext(ignored -> {
                switch (decided) {
                    case Outcome.Done<Admitted<T>> done -> upgrade(context, done.value(), enter);
                    case Outcome.Rejected<Admitted<T>> rejected -> refuse(context, rejected.rejection());
                }
            });
        });
    }

    /// What RFC 6455, 4.2.1 asks of a client, each header once. Read before anybody is let in: a ticket is not used
    /// up by a handshake that fails.
    private static Optional<Rejection> noHandshake(HttpServerRequest request) {
        if (request.method() != HttpMethod.GET || !"websocket".equalsIgnoreCase(only(request, "Upgrade"))) {
            return Optional.of(Rejection.of(
                    ErrorCode.UPGRADE_REQUIRED,
                    "This address speaks WebSocket only: connect to it with a WebSocket client."));
        }
        if (!VERSION.equals(only(request, "Sec-WebSocket-Version"))) {
            return Optional.of(Rejection.of(
                    ErrorCode.UPGRADE_REQUIRED,
                    "WebSocket is spoken here in version " + VERSION
                            + " (RFC 6455): say so in 'Sec-WebSocket-Version'."));
        }
        return isKey(only(request, "Sec-WebSocket-Key"))
                ? Optional.empty()
                : Optional.of(Rejection.of(
                        ErrorCode.MALFORMED_REQUEST,
                        "'Sec-WebSocket-Key' is one header, and base64 of 16 bytes (RFC 6455, 4.1)."));
    }

    private static @Nullable String only(HttpServerRequest request, String header) {
        List<String> values = request.headers().getAll(header);
        return values.size() == 1 ? values.getFirst().strip() : null;
    }

    private static boolean isKey(@Nullable String key) {
        try {
            return key != null && Base64.getDecoder().decode(key).length == KEY_BYTES;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    /// How a line begins.
    public interface Entrance<T> {
        Line enter(Caller.User user, T admitted, Connection client);
    }

    private record Admitted<T>(Caller.User user, T value) {}

    private <T> void upgrade(RoutingContext context, Admitted<T> admitted, Entrance<T> enter) {
        context.request()
                .toWebSocket()
                .onSuccess(socket -> connect(socket, context.request().connection(), admitted, enter))
                .onFailure(context::fail);
    }

    private <T> void connect(
            ServerWebSocket socket, HttpConnection connection, Admitted<T> admitted, Entrance<T> enter) {
        Channel channel = ((ConnectionBase) connection).channel();
        var client = new SocketConnection(
                socket, channel, clock, () -> admittance.ended().include(admitted.user()));
        Line line = enter.enter(admitted.user(), admitted.value(), client);
        ProtocolGuard.stand(channel, mostBytes, line::lost);
        socket.pongHandler(pong -> client.heard());
        client.whenGivenUp(line::lost);
        socket.textMessageHandler(text -> {
            if (client.received()) {
                line.said(text);
            }
        });
        socket.exceptionHandler(
                e -> LOG.debug("a line of {} failed", admitted.user().id(), e));
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

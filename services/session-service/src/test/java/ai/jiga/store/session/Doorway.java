package ai.jiga.store.session;

import ai.jiga.store.access.Access;
import ai.jiga.store.access.AccessTable;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.lines.Admittance;
import ai.jiga.store.lines.SocketDoor;
import ai.jiga.store.session.inbound.SessionSocket;
import ai.jiga.store.session.live.FrameLimits;
import ai.jiga.store.session.model.SessionStatus;
import ai.jiga.store.tickets.Tickets;
import ai.jiga.store.web.AllowedOrigins;
import ai.jiga.store.web.ClientAddresses;
import ai.jiga.store.web.PublicUrl;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The door of the sessions on a server of its own, at a port that is free.
public final class Doorway implements AutoCloseable {
    private final Lounge lounge = new Lounge(100);
    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger agents = new AtomicInteger();
    private final HttpServer server;

    public Doorway() {
        var f = lounge.process.foundation();
        var router = Router.router(vertx);
        var admittance = new Admittance(
                token -> Optional.empty(),
                (user, by) -> false,
                lounge.tickets,
                AllowedOrigins.of(List.of(), new PublicUrl("http://store.test")),
                ClientAddresses.behind(List.of()),
                new Access(AccessTable.read()));
        var door = new SocketDoor(admittance, f.json(), f.clock(), blocking, FrameLimits.MESSAGE_BYTES);
        new SessionSocket(door, lounge.read, lounge.live).route(router);
        var options = new HttpServerOptions().setHost("127.0.0.1").setPort(0);
        SessionSocket.prepare(options);
        server = vertx.createHttpServer(options)
                .requestHandler(router)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public int port() {
        return server.actualPort();
    }

    /// Of a new session.
    public synchronized String path() {
        SessionId id = lounge.hired(lounge.another(agents.incrementAndGet()), 10_000);
        return "/ws/session/" + id;
    }

    public SessionStatus status(String path) {
        return lounge.view(SessionId.of(path.substring(path.lastIndexOf('/') + 1)))
                .status();
    }

    public String withTicket(String path) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        var player = new Caller.User(Lounge.PLAYER, Caller.Role.USER);
        return path + "?ticket="
                + lounge.tickets.issue(player, Tickets.session(id)).ticket();
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the server does not stop", e);
        }
        blocking.shutdownNow();
        lounge.close();
    }
}

package ai.jiga.store.notification.inbound;

import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.lines.Admittance;
import ai.jiga.store.lines.ChannelKind;
import ai.jiga.store.lines.Connection;
import ai.jiga.store.lines.LineKeeper;
import ai.jiga.store.lines.LinesOfUsers;
import ai.jiga.store.lines.SocketDoor;
import ai.jiga.store.tickets.Tickets;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The door of `/ws`: one line for whatever somebody wants to hear, from whichever service.
public final class LiveSocket {
    /// Room for the longest name of a channel, and as much again.
    public static final int MESSAGE_BYTES = 4 << 10;

    private final Admittance admittance;
    private final SocketDoor door;
    private final Map<String, ChannelKind> kinds;
    private final LineKeeper keeper;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Executor threads;
    private final LinesOfUsers lines = new LinesOfUsers();

    /// @param door for messages of [#MESSAGE_BYTES]
    /// @param threads run what waits for documents
    public LiveSocket(
            Admittance admittance,
            SocketDoor door,
            List<ChannelKind> kinds,
            LineKeeper keeper,
            ObjectMapper json,
            InstantSource clock,
            Executor threads) {
        this.admittance = admittance;
        this.door = door;
        this.kinds = kinds.stream().collect(Collectors.toMap(ChannelKind::name, Function.identity()));
        this.keeper = keeper;
        this.json = json;
        this.clock = clock;
        this.threads = threads;
    }

    public void route(Router router) {
        router.get("/ws").handler(context -> door.open(context, "liveSocket", Tickets.LIVE, this::admit, this::enter));
    }

    private Outcome<UserId> admit(Admittance.Entrant entrant) {
        return admittance.redeemed(entrant).then(user -> lines.take(user.id()));
    }

    private SocketDoor.Line enter(Caller.User user, UserId counted, Connection client) {
        var line = new LiveLine[1];
        line[0] = new LiveLine(user, client, kinds, json, clock, threads, () -> {
            keeper.remove(line[0]);
            lines.release(counted);
        });
        keeper.add(line[0]);
        return line[0];
    }
}

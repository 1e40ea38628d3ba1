package ai.jiga.store.notification.inbound;

import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.lines.LineKeeper;
import ai.jiga.store.lines.LinesOfUsers;
import ai.jiga.store.notification.usecase.FollowUser;
import ai.jiga.store.revocation.EndedSignIns;
import ai.jiga.store.tickets.Ticket;
import ai.jiga.store.tickets.Tickets;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Refuses;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door of the event stream. No thread waits behind it: it is left open, and written to when something happens.
@Path("/api/v1/events/stream")
@Tag(name = "live", description = "What happens, as it happens")
public class EventStreamResource {
    private static final Logger LOG = LoggerFactory.getLogger(EventStreamResource.class);
    private static final String DESCRIPTION = """
            Server-sent events (HTML standard, 9.2). Each has an `id` that rises, an `event` (its type) and as `data` one \
            JSON object `{id, type, at, data}`. Types: `notification`, `agent.hired`, `session.started`, \
            `session.dof_update`, `session.ended`, `transaction.initiated`, `transaction.completed`, \
            `transaction.failed`; others may be added. The first words carry the id to resume from.

            Whoever comes back with `Last-Event-ID` hears what came after it: the newest 1,000 events of the last 24 hours \
            are kept. Where some of what was missed is not, or the id is none, `event: reset` says to read everything anew \
            and to go on from its id. A comment every 15 seconds is a sign of life. The stream ends after an hour, and \
            within seconds of its sign-in.

            A browser's `EventSource` cannot send a token: ask `POST /api/v1/auth/ticket`, and open the stream with \
            `?ticket=`, good once within 60 seconds. As it comes back with the same address, and so with a used ticket, \
            open a new one on `error`, with a new ticket and `lastEventId`.\
            """;

    private final CurrentCaller caller;
    private final Tickets tickets;
    private final FollowUser users;
    private final LineKeeper keeper;
    private final EndedSignIns ended;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final LinesOfUsers lines = new LinesOfUsers();

    public EventStreamResource(
            CurrentCaller caller,
            Tickets tickets,
            FollowUser users,
            LineKeeper keeper,
            EndedSignIns ended,
            ObjectMapper json,
            InstantSource clock) {
        this.caller = caller;
        this.tickets = tickets;
        this.users = users;
        this.keeper = keeper;
        this.ended = ended;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RunOnVirtualThread
    @Refuses({ErrorCode.UNAUTHORIZED, ErrorCode.INVALID_TICKET, ErrorCode.TOO_MANY_LINES})
    @Operation(
            operationId = "streamEvents",
            summary = "What happens to the caller, as it happens: a stream that stays open",
            description = DESCRIPTION)
    @APIResponse(
            responseCode = "200",
            description = "The events, until one side closes",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            example = "id: 1780315200000-00000042\nevent: session.ended\ndata: {\"id\":\"...\"}\n\n"))
    public void stream(
            @QueryParam("ticket")
                    @Parameter(description = "Of `POST /api/v1/auth/ticket`, instead of a token")
                    @Nullable
                    String ticket,
            @QueryParam("lastEventId")
                    @Parameter(description = "As `Last-Event-ID`, for browsers, which send that only by themselves")
                    @Nullable
                    String lastEventId,
            @HeaderParam("Last-Event-ID") @Parameter(description = "The id of the last event that was heard") @Nullable
                    String lastHeard,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context HttpServerRequest request) {
        Caller.User user = user(ticket);
        // The framework takes nothing more from the connection of a stream, not even the next request.
        request.response()
                .putHeader("Cache-Control", "no-store")
                .putHeader("Connection", "close")
                .putHeader("X-Accel-Buffering", "no");
        if (request.method().equals(HttpMethod.HEAD)) {
            sink.close();
            return;
        }
        String after = lastHeard == null || lastHeard.isBlank() ? lastEventId : lastHeard;
        boolean isNew = after == null || after.isBlank();
        String now = users.now(user.id());
        lines.take(user.id()).orThrow();
        EventStream[] self = new EventStream[1];
        var stream = new EventStream(user, sink, sse, request.connection()::close, ended, json, clock.instant(), () -> {
            lines.release(user.id());
            if (self[0] != null) {
                keeper.remove(self[0]);
            }
        });
        self[0] = stream;
        keeper.add(stream);
        stream.begin(isNew ? now : null);
        try {
            stream.follows(users.follow(user.id(), after == null || isNew ? now : after, stream));
        } catch (RuntimeException e) {
            LOG.warn("a stream could not begin to follow; its client comes back: {}", e.toString());
            stream.lost();
        }
    }

    private Caller.User user(@Nullable String ticket) {
        if (caller.get() instanceof Caller.User user) {
            return user;
        }
        if (ticket == null) {
            throw Rejection.of(
                            ErrorCode.UNAUTHORIZED,
                            "Show who you are: the header 'Authorization: Bearer <access token>', or '?ticket='.")
                    .asException();
        }
        return tickets.open(ticket, Tickets.LIVE)
                .filter(tickets::redeem)
                .map(Ticket::holder)
                .orElseThrow(() -> Rejection.of(
                                ErrorCode.INVALID_TICKET,
                                "The ticket is not for streams, was used, or is older than a minute. Ask for a new one.")
                        .asException());
    }
}

package ai.jiga.store.session.inbound;

import ai.jiga.store.audit.AuditLog;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.session.live.LiveSessions;
import ai.jiga.store.session.model.EndReason;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionStatus;
import ai.jiga.store.session.usecase.EndWish;
import ai.jiga.store.session.usecase.ReadSessions;
import ai.jiga.store.session.usecase.SessionView;
import ai.jiga.store.text.Characters;
import ai.jiga.store.text.Line;
import ai.jiga.store.web.AdminOnly;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Cursors;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.Limits;
import ai.jiga.store.web.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// For operators: everybody's sessions.
@Path("/api/v1/admin/sessions")
@Tag(name = "admin")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@AdminOnly
@RunOnVirtualThread
public class AllSessionsResource {
    private final CurrentCaller caller;
    private final Inputs inputs;
    private final Cursors cursors;
    private final ReadSessions sessions;
    private final LiveSessions live;
    private final AuditLog audit;

    public AllSessionsResource(
            CurrentCaller caller,
            Inputs inputs,
            Cursors cursors,
            ReadSessions sessions,
            LiveSessions live,
            AuditLog audit) {
        this.caller = caller;
        this.inputs = inputs;
        this.cursors = cursors;
        this.sessions = sessions;
        this.live = live;
        this.audit = audit;
    }

    @GET
    @Refuses(ErrorCode.VALIDATION_FAILED)
    @Operation(
            operationId = "listAllSessions",
            summary = "Everybody's sessions of one status, the newest first",
            description = "Those that are active when no status is named. Nothing of what was said is in them.")
    public Page<SessionView> list(
            @QueryParam("status") @Parameter(schema = @Schema(implementation = SessionStatus.class)) @Nullable
                    String status,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        SessionStatus wanted = status == null ? SessionStatus.ACTIVE : SessionStatus.labelled(status);
        String question = "all sessions " + wanted;
        Page<SessionView> page = sessions.everybodys(wanted, Limits.of(limit), cursors.open(cursor, question));
        return new Page<>(page.items(), cursors.seal(page.nextCursor(), question));
    }

    @POST
    @Path("/{id}/end")
    @Refuses({ErrorCode.SESSION_NOT_FOUND, ErrorCode.SESSION_NOT_STARTED})
    @Operation(
            operationId = "endSessionOfAnybody",
            summary = "End somebody's session and settle it",
            description = "The player pays what was consumed until now, and is told that an operator ended it.")
    public SessionView end(@PathParam("id") String id, @Nullable EndRequest body) {
        EndRequest request = inputs.check(body);
        Session session = sessions.anybodys(sessionId(id)).orThrow();
        if (session.status() == SessionStatus.PENDING || session.status() == SessionStatus.FAILED) {
            throw Rejection.of(
                            ErrorCode.SESSION_NOT_STARTED,
                            "This session never came to be: there is nothing to end, and nothing was charged.")
                    .asException();
        }
        if (session.status().isOver()) {
            return sessions.view(session);
        }
        AuditLog.Deed deed =
                audit.deed(caller.userId(), "session.end", id, request.reason().text());
        return sessions.view(live.end(session.id(), new EndWish(EndReason.ENDED_BY_OPERATOR, deed)));
    }

    /// @param reason for the audit log
    public record EndRequest(
            @NotNull @Characters(min = 1, max = 500) Line reason) {}

    private static SessionId sessionId(String text) {
        try {
            return SessionId.of(text);
        } catch (IllegalArgumentException malformed) {
            throw Rejection.of(ErrorCode.SESSION_NOT_FOUND, "There is no session with this id.")
                    .asException();
        }
    }
}

package ai.jiga.store.session.inbound;

import ai.jiga.store.contracts.json.FreeJson;
import ai.jiga.store.contracts.session.Hired;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.session.live.LiveSessions;
import ai.jiga.store.session.model.EndReason;
import ai.jiga.store.session.model.Receipt;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionStatus;
import ai.jiga.store.session.model.SessionType;
import ai.jiga.store.session.usecase.ConfigureSession;
import ai.jiga.store.session.usecase.OpenConnection;
import ai.jiga.store.session.usecase.ReadSessions;
import ai.jiga.store.session.usecase.ReadSessions.UsageView;
import ai.jiga.store.session.usecase.SessionView;
import ai.jiga.store.session.usecase.StartOwnSession;
import ai.jiga.store.text.Verbatim;
import ai.jiga.store.web.Answers;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Cursors;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.Limits;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.SignedIn;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/sessions")
@Tag(name = "sessions", description = "Metered time with an agent")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@SignedIn
public class SessionsResource {
    private static final long MOST_DOF = 1_000_000_000_000L;

    private final CurrentCaller caller;
    private final Inputs inputs;
    private final Idempotency idempotency;
    private final Cursors cursors;
    private final ReadSessions sessions;
    private final StartOwnSession start;
    private final ConfigureSession configure;
    private final OpenConnection connections;
    private final LiveSessions live;

    public SessionsResource(
            CurrentCaller caller,
            Inputs inputs,
            Idempotency idempotency,
            Cursors cursors,
            ReadSessions sessions,
            StartOwnSession start,
            ConfigureSession configure,
            OpenConnection connections,
            LiveSessions live) {
        this.caller = caller;
        this.inputs = inputs;
        this.idempotency = idempotency;
        this.cursors = cursors;
        this.sessions = sessions;
        this.start = start;
        this.configure = configure;
        this.connections = connections;
        this.live = live;
    }

    @GET
    @Operation(operationId = "listSessions", summary = "The caller's sessions, the newest first")
    public Page<SessionView> list(
            @QueryParam("status") @Parameter(schema = @Schema(implementation = SessionStatus.class)) @Nullable
                    String status,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String question = "sessions of " + caller.userId() + " status=" + status;
        Page<SessionView> page = sessions.list(
                caller.userId(),
                status == null ? null : SessionStatus.labelled(status),
                Limits.of(limit),
                cursors.open(cursor, question));
        return new Page<>(page.items(), cursors.seal(page.nextCursor(), question));
    }

    @POST
    @Refuses({
        ErrorCode.AGENT_NOT_FOUND,
        ErrorCode.NOT_YOUR_AGENT,
        ErrorCode.CANNOT_HIRE_OWN_AGENT,
        ErrorCode.LISTING_NOT_HIRABLE,
        ErrorCode.SESSION_ALREADY_ACTIVE,
        ErrorCode.TOO_MANY_SESSIONS,
        ErrorCode.TRIAL_ALREADY_USED,
        ErrorCode.ALLOCATION_TOO_SMALL,
        ErrorCode.INSUFFICIENT_DOFS,
        ErrorCode.BUDGET_EXCEEDED,
        ErrorCode.RUNTIME_NOT_CONNECTED,
        ErrorCode.TARGET_FPS_RANGE,
        ErrorCode.ANALYSIS_INTERVAL_RANGE,
        ErrorCode.CONCURRENT_ANALYSES_RANGE,
        ErrorCode.HIGH_SPEED_MODE_UNKNOWN,
        ErrorCode.INVALID_CONFIGURATION
    })
    @Operation(
            operationId = "startSession",
            summary = "Start a session with an agent of one's own, or a free trial of any")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Hired.class)))
    public Response begin(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable StartRequest body) {
        StartRequest request = inputs.check(body);
        SessionType type = request.type().equals("owned") ? SessionType.OWNED : SessionType.TRIAL;
        Long allocation = request.dofAllocation();
        return Answers.of(
                start.start(
                        caller.user(),
                        agentId(request.agentId()),
                        type,
                        allocation == null ? null : Dof.of(allocation),
                        configurationOf(request.configuration()),
                        idempotency.key(caller.get(), "session", key, request)),
                201);
    }

    public record StartRequest(
            @Verbatim @NotBlank @Size(max = 128) String agentId,

            @Verbatim @NotBlank @Pattern(regexp = "owned|trial", message = "is owned or trial")
            String type,

            @Min(1) @Max(MOST_DOF) @Nullable Long dofAllocation,
            @Nullable FreeJson configuration) {}

    @GET
    @Path("/{id}")
    @Refuses(ErrorCode.SESSION_NOT_FOUND)
    @Operation(operationId = "getSession", summary = "One of the caller's sessions, with what it has consumed so far")
    public SessionView one(@PathParam("id") String id) {
        return sessions.one(caller.userId(), sessionId(id)).orThrow();
    }

    @PUT
    @Path("/{id}")
    @Refuses({
        ErrorCode.SESSION_NOT_FOUND,
        ErrorCode.SESSION_ENDED,
        ErrorCode.TARGET_FPS_RANGE,
        ErrorCode.ANALYSIS_INTERVAL_RANGE,
        ErrorCode.CONCURRENT_ANALYSES_RANGE,
        ErrorCode.HIGH_SPEED_MODE_UNKNOWN,
        ErrorCode.INVALID_CONFIGURATION
    })
    @Operation(
            operationId = "configureSession",
            summary = "Change what is asked of the agent, also while the session runs")
    public SessionView configure(@PathParam("id") String id, @Nullable ConfigureRequest body) {
        SessionId session = sessionId(id);
        sessions.own(caller.userId(), session).orThrow();
        ConfigureRequest request = inputs.check(body);
        Session changed = configure
                .replace(
                        caller.userId(),
                        session,
                        Objects.requireNonNull(request.configuration()).object())
                .orThrow();
        live.configured(changed);
        return sessions.view(changed);
    }

    public record ConfigureRequest(@NotNull @Nullable FreeJson configuration) {}

    @DELETE
    @Path("/{id}")
    @Refuses({ErrorCode.SESSION_NOT_FOUND, ErrorCode.SESSION_NOT_STARTED})
    @Operation(
            operationId = "endSession",
            summary = "End a session and settle it; asked again, the same figures",
            description = "By its player, or by the studio that pays for it.")
    public SessionView.Ended end(@PathParam("id") String id) {
        Session session = sessions.endable(caller.userId(), sessionId(id)).orThrow();
        Session ended = session.expiresAt() != null ? session : live.end(session.id(), EndReason.ENDED_BY_PLAYER);
        if (ended.ending() == null) {
            throw Rejection.of(
                            ErrorCode.SESSION_NOT_STARTED,
                            "This session never came to be: there is nothing to end, and nothing was charged.")
                    .asException();
        }
        if (ended.expiresAt() == null) {
            throw Rejection.of(
                            ErrorCode.UNAVAILABLE,
                            "The session has ended, and its settlement is under way. Ask again in a moment.")
                    .asException();
        }
        return SessionView.Ended.of(ended);
    }

    @GET
    @Path("/{id}/usage")
    @Refuses(ErrorCode.SESSION_NOT_FOUND)
    @Operation(operationId = "listUsage", summary = "What was charged, line by line")
    public Page<UsageView> usage(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String question = "usage of " + id;
        Page<UsageView> page = sessions.usage(
                        caller.userId(), sessionId(id), Limits.of(limit), cursors.open(cursor, question))
                .orThrow();
        return new Page<>(page.items(), cursors.seal(page.nextCursor(), question));
    }

    @GET
    @Path("/{id}/receipt")
    @Refuses({ErrorCode.SESSION_NOT_FOUND, ErrorCode.RECEIPT_NOT_READY})
    @Operation(operationId = "getReceipt", summary = "The signed receipt of a settled session")
    public Receipt receipt(@PathParam("id") String id) {
        return sessions.receipt(caller.userId(), sessionId(id)).orThrow();
    }

    @POST
    @Path("/{id}/connection")
    @Consumes(MediaType.WILDCARD)
    @Refuses({ErrorCode.SESSION_NOT_FOUND, ErrorCode.SESSION_ENDED, ErrorCode.SESSION_NOT_STARTED})
    @Operation(
            operationId = "openConnection",
            summary = "Where to connect, with a new ticket that is good once, for a minute")
    public Hired.Connection connection(@PathParam("id") String id) {
        return connections.open(caller.user(), sessionId(id)).orThrow();
    }

    private static @Nullable JsonNode configurationOf(@Nullable FreeJson given) {
        return given == null ? null : given.object();
    }

    /// An id that nobody can have is an id that nobody has.
    private static SessionId sessionId(String text) {
        try {
            return SessionId.of(text);
        } catch (IllegalArgumentException malformed) {
            return Outcome.<SessionId>rejected(ErrorCode.SESSION_NOT_FOUND, "You have no session with this id.")
                    .orThrow();
        }
    }

    private static AgentId agentId(String text) {
        try {
            return AgentId.of(text);
        } catch (IllegalArgumentException malformed) {
            return Outcome.<AgentId>rejected(ErrorCode.AGENT_NOT_FOUND, "There is no agent with this id.")
                    .orThrow();
        }
    }
}

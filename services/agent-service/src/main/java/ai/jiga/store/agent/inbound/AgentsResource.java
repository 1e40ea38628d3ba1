package ai.jiga.store.agent.inbound;

import ai.jiga.store.agent.usecase.AgentWithStats;
import ai.jiga.store.agent.usecase.CountPerformance;
import ai.jiga.store.agent.usecase.CreateAgent;
import ai.jiga.store.agent.usecase.DeleteAgent;
import ai.jiga.store.agent.usecase.FindAgents;
import ai.jiga.store.agent.usecase.OwnAgent;
import ai.jiga.store.agent.usecase.PublicAgent;
import ai.jiga.store.agent.usecase.ReplaceAgent;
import ai.jiga.store.agent.usecase.SeenAgent;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.web.Answers;
import ai.jiga.store.web.Cached;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Cursors;
import ai.jiga.store.web.Expansion;
import ai.jiga.store.web.IfMatch;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.Paging;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/agents")
@Tag(name = "agents", description = "What owners make and everybody may look at")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AgentsResource {
    private static final String DETAILS = "details";
    private static final String STATS = "stats";

    private final CurrentCaller caller;
    private final Inputs inputs;
    private final Idempotency idempotency;
    private final Cursors cursors;
    private final FindAgents agents;
    private final CreateAgent creation;
    private final ReplaceAgent replacement;
    private final DeleteAgent deletion;
    private final CountPerformance performance;

    public AgentsResource(
            CurrentCaller caller,
            Inputs inputs,
            Idempotency idempotency,
            Cursors cursors,
            FindAgents agents,
            CreateAgent creation,
            ReplaceAgent replacement,
            DeleteAgent deletion,
            CountPerformance performance) {
        this.caller = caller;
        this.inputs = inputs;
        this.idempotency = idempotency;
        this.cursors = cursors;
        this.agents = agents;
        this.creation = creation;
        this.replacement = replacement;
        this.deletion = deletion;
        this.performance = performance;
    }

    @GET
    @Refuses(ErrorCode.UNAUTHORIZED)
    @Operation(
            operationId = "listAgents",
            summary = "A user's agents, the newest first",
            description = "The caller's own, or with 'ownerId' what that user has published.")
    public Page<SeenAgent> list(
            @QueryParam("ownerId") @Nullable String ownerId,
            @QueryParam("expand") @Parameter(schema = @Schema(enumeration = DETAILS)) @Nullable String expand,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (ownerId == null) {
            return ownedBy(caller.userId(), expand, limit, cursor);
        }
        return Ids.user(ownerId)
                .map(owner -> ownedBy(owner, expand, limit, cursor))
                .orElseGet(() -> new Page<>(List.of(), null));
    }

    private Page<SeenAgent> ownedBy(
            UserId owner, @Nullable String expand, @Nullable String limit, @Nullable String cursor) {
        boolean detailed = Expansion.of(expand, DETAILS).has(DETAILS);
        String question = (caller.get().is(owner) ? "own agents of " : "agents of ") + owner;
        Paging paging = Paging.of(cursors, question, limit, cursor);
        return paging.seal(agents.ownedBy(owner, caller.get(), detailed, paging.limit(), paging.after()));
    }

    @POST
    @SignedIn
    @Refuses({
        ErrorCode.AGENT_NAME_LENGTH,
        ErrorCode.AGENT_NAME_TAKEN,
        ErrorCode.VOICE_CHAT_EXCLUDES_COMMENTATOR,
        ErrorCode.MEMORY_NEEDS_VOICE_CHAT,
        ErrorCode.MENTOR_NEEDS_LEARN,
        ErrorCode.MENTOR_NEEDS_MEMORY,
        ErrorCode.SPECIALIST_IS_EARNED,
        ErrorCode.SPECIALIST_NEEDS_SPECIALIZATION,
        ErrorCode.VOICE_NOT_OF_PROVIDER,
        ErrorCode.RATE_OUT_OF_RANGE,
        ErrorCode.RANK_NEEDS_PROVIDER,
        ErrorCode.TARGET_FPS_RANGE,
        ErrorCode.ANALYSIS_INTERVAL_RANGE,
        ErrorCode.CONCURRENT_ANALYSES_RANGE,
        ErrorCode.HIGH_SPEED_MODE_UNKNOWN,
        ErrorCode.INVALID_CONFIGURATION
    })
    @Operation(operationId = "createAgent", summary = "Make an agent")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OwnAgent.class)))
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable AgentRequest body) {
        AgentRequest request = inputs.check(body);
        return Answers.of(
                creation.create(
                        caller.user(),
                        request.draft(),
                        request.givenConfiguration(),
                        idempotency.key(caller.get(), "create-agent", key, request)),
                201);
    }

    @GET
    @Path("/system")
    @Cached(Cached.STATIC)
    @Operation(operationId = "listSystemAgents", summary = "The platform's own agents, of which variants are derived")
    public Page<PublicAgent> system(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return Paging.of(cursors, "system agents", limit, cursor).cut(agents.systemAgents());
    }

    @GET
    @Path("/{id}")
    @Cached(Cached.PROFILES)
    @Refuses({ErrorCode.AGENT_NOT_FOUND, ErrorCode.UNAUTHORIZED, ErrorCode.NOT_AGENT_OWNER})
    @Operation(
            operationId = "getAgent",
            summary = "An agent",
            description = "Everybody sees what it is; its owner also the configuration, and with expand=stats what it"
                    + " did and earned.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(anyOf = {PublicAgent.class, OwnAgent.class, AgentWithStats.class})))
    public SeenAgent one(
            @PathParam("id") String id,
            @QueryParam("expand") @Parameter(schema = @Schema(enumeration = {DETAILS, STATS})) @Nullable
                    String expand) {
        Expansion expansion = Expansion.of(expand, DETAILS, STATS);
        AgentId agent = Ids.agent(id);
        return expansion.has(STATS)
                ? performance.stats(caller.user(), agent).orThrow()
                : agents.seenBy(caller.get(), agent).orThrow();
    }

    @PUT
    @Path("/{id}")
    @SignedIn
    @Refuses({
        ErrorCode.AGENT_NOT_FOUND,
        ErrorCode.NOT_AGENT_OWNER,
        ErrorCode.AGENT_NAME_LENGTH,
        ErrorCode.AGENT_NAME_TAKEN,
        ErrorCode.VOICE_CHAT_EXCLUDES_COMMENTATOR,
        ErrorCode.MEMORY_NEEDS_VOICE_CHAT,
        ErrorCode.MENTOR_NEEDS_LEARN,
        ErrorCode.MENTOR_NEEDS_MEMORY,
        ErrorCode.SPECIALIST_IS_EARNED,
        ErrorCode.SPECIALIST_NEEDS_SPECIALIZATION,
        ErrorCode.VOICE_NOT_OF_PROVIDER,
        ErrorCode.RATE_OUT_OF_RANGE,
        ErrorCode.RANK_NEEDS_PROVIDER,
        ErrorCode.TARGET_FPS_RANGE,
        ErrorCode.ANALYSIS_INTERVAL_RANGE,
        ErrorCode.CONCURRENT_ANALYSES_RANGE,
        ErrorCode.HIGH_SPEED_MODE_UNKNOWN,
        ErrorCode.INVALID_CONFIGURATION,
        ErrorCode.SYSTEM_AGENT_IMMUTABLE,
        ErrorCode.VARIANT_FIELD_INHERITED
    })
    @Operation(
            operationId = "replaceAgent",
            summary = "Say anew what an agent is; without a configuration it keeps its own")
    public OwnAgent replace(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable AgentRequest body) {
        AgentId agent = Ids.agent(id);
        replacement.authorise(caller.get(), agent).orThrow();
        AgentRequest request = inputs.check(body);
        return replacement
                .replace(caller.get(), agent, request.draft(), request.givenConfiguration(), new IfMatch(ifMatch))
                .orThrow();
    }

    @DELETE
    @Path("/{id}")
    @SignedIn
    @Refuses({
        ErrorCode.AGENT_NOT_FOUND,
        ErrorCode.NOT_AGENT_OWNER,
        ErrorCode.AGENT_IS_PUBLISHED,
        ErrorCode.AGENT_IS_HIRED,
        ErrorCode.SYSTEM_AGENT_IMMUTABLE
    })
    @Operation(operationId = "deleteAgent", summary = "Delete an agent that is neither published nor in a session")
    @APIResponse(responseCode = "204", description = "It is gone")
    public Response delete(@PathParam("id") String id) {
        deletion.delete(caller.get(), Ids.agent(id)).orThrow();
        return Response.noContent().build();
    }
}

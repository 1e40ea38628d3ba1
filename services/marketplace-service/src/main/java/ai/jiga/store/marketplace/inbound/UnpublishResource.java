package ai.jiga.store.marketplace.inbound;

import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.marketplace.usecase.UnpublishAgent;
import ai.jiga.store.web.Answers;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/agents/{agentId}/unpublish")
@Tag(name = "publishing", description = "Agents put on the market")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class UnpublishResource {
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final UnpublishAgent publishing;

    public UnpublishResource(CurrentCaller caller, Idempotency idempotency, UnpublishAgent publishing) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.publishing = publishing;
    }

    @POST
    @SignedIn
    @Refuses({
        ErrorCode.AGENT_NOT_FOUND,
        ErrorCode.NOT_AGENT_OWNER,
        ErrorCode.LISTING_NOT_FOUND,
        ErrorCode.LISTING_NOT_HIRABLE
    })
    @Operation(operationId = "unpublishAgent", summary = "Take one's agent off the market; running sessions go on")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = UnpublishAgent.Unpublished.class)))
    public Response unpublish(
            @PathParam("agentId") String agentId, @HeaderParam("Idempotency-Key") @Nullable String key) {
        Caller.User user = caller.user();
        AgentId id = PublishResource.id(agentId);
        publishing.authorise(user, id).orThrow();
        return Answers.of(publishing.unpublish(user, id, idempotency.key(user, "unpublish", key, id)), 200);
    }
}

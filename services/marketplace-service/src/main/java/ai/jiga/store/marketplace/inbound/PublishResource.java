package ai.jiga.store.marketplace.inbound;

import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.marketplace.usecase.PublishAgent;
import ai.jiga.store.web.Answers;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Below the agent service's paths, so with its whole path on the class: the most literal class is chosen.
@Path("/api/v1/agents/{agentId}/publish")
@Tag(name = "publishing", description = "Agents put on the market")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PublishResource {
    private final CurrentCaller caller;
    private final Inputs inputs;
    private final Idempotency idempotency;
    private final PublishAgent publishing;

    public PublishResource(CurrentCaller caller, Inputs inputs, Idempotency idempotency, PublishAgent publishing) {
        this.caller = caller;
        this.inputs = inputs;
        this.idempotency = idempotency;
        this.publishing = publishing;
    }

    @POST
    @SignedIn
    @Refuses({
        ErrorCode.AGENT_NOT_FOUND,
        ErrorCode.NOT_AGENT_OWNER,
        ErrorCode.RATE_OUT_OF_RANGE,
        ErrorCode.SCHEDULE_NEEDS_HOURS,
        ErrorCode.VARIANT_RATE_TOO_HIGH,
        ErrorCode.UNKNOWN_CATEGORY,
        ErrorCode.RUNTIME_NOT_CONNECTED,
        ErrorCode.LISTING_NOT_HIRABLE
    })
    @Operation(operationId = "publishAgent", summary = "Put one's agent on the market, or say anew how it stands there")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PublishAgent.Published.class)))
    public Response publish(
            @PathParam("agentId") String agentId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            ListingBody.@Nullable Publish body) {
        Caller.User user = caller.user();
        AgentView agent = publishing.authorise(user, id(agentId)).orThrow();
        ListingBody.Listing listing = Objects.requireNonNull(inputs.check(body).listing());
        return Answers.of(
                publishing.publish(
                        agent,
                        listing.content(),
                        idempotency.key(user, "publish", key, new PublishInput(agent.id(), listing))),
                200);
    }

    /// The agent is part of what is asked.
    private record PublishInput(AgentId agentId, ListingBody.Listing listing) {}

    /// An id nobody can have is an id nobody has.
    static AgentId id(String text) {
        try {
            return AgentId.of(text);
        } catch (IllegalArgumentException malformed) {
            throw Rejection.of(ErrorCode.AGENT_NOT_FOUND, "There is no such agent.")
                    .asException();
        }
    }
}

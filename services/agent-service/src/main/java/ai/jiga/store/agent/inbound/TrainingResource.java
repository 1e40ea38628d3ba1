package ai.jiga.store.agent.inbound;

import ai.jiga.store.agent.usecase.OwnAgent;
import ai.jiga.store.agent.usecase.TrainAgent;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.web.AdminOnly;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// For operators: who is a Trained Specialist.
@Path("/api/v1/admin/agents/{id}/training")
@Tag(name = "admin")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
@RunOnVirtualThread
public class TrainingResource {
    private final CurrentCaller caller;
    private final Inputs inputs;
    private final TrainAgent training;

    public TrainingResource(CurrentCaller caller, Inputs inputs, TrainAgent training) {
        this.caller = caller;
        this.inputs = inputs;
        this.training = training;
    }

    @PUT
    @Refuses({
        ErrorCode.AGENT_NOT_FOUND,
        ErrorCode.SYSTEM_AGENT_IMMUTABLE,
        ErrorCode.VARIANT_FIELD_INHERITED,
        ErrorCode.SPECIALIST_NEEDS_SPECIALIZATION
    })
    @Operation(
            operationId = "trainAgent",
            summary = "Make somebody's agent a Trained Specialist",
            description = "Its history says who did. It stays one when its owner changes something else and repeats the"
                    + " specialization.")
    public OwnAgent train(@PathParam("id") String id, @Nullable TrainingRequest body) {
        TrainingRequest request = inputs.check(body);
        return training.train(caller.user(), Ids.agent(id), request.specialization())
                .orThrow();
    }

    @DELETE
    @Refuses({ErrorCode.AGENT_NOT_FOUND, ErrorCode.SYSTEM_AGENT_IMMUTABLE, ErrorCode.VARIANT_FIELD_INHERITED})
    @Operation(
            operationId = "untrainAgent",
            summary = "Take back that an agent is a Specialist",
            description = "It is a Mentor again if it can learn, and an Assistant if not.")
    public OwnAgent untrain(@PathParam("id") String id) {
        return training.untrain(caller.user(), Ids.agent(id)).orThrow();
    }
}

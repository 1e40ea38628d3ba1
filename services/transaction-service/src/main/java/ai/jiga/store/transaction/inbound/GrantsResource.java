package ai.jiga.store.transaction.inbound;

import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.text.Characters;
import ai.jiga.store.text.Line;
import ai.jiga.store.transaction.usecase.GrantFromTreasury;
import ai.jiga.store.web.AdminOnly;
import ai.jiga.store.web.Answers;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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

/// For operators: DOF out of the treasury.
@Path("/api/v1/admin/users/{id}/grants")
@Tag(name = "admin")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@AdminOnly
@RunOnVirtualThread
public class GrantsResource {
    private final CurrentCaller caller;
    private final Inputs inputs;
    private final Idempotency idempotency;
    private final GrantFromTreasury grants;

    public GrantsResource(CurrentCaller caller, Inputs inputs, Idempotency idempotency, GrantFromTreasury grants) {
        this.caller = caller;
        this.inputs = inputs;
        this.idempotency = idempotency;
        this.grants = grants;
    }

    @POST
    @Refuses({ErrorCode.USER_NOT_FOUND, ErrorCode.TREASURY_TOO_LOW})
    @Operation(operationId = "grantDof", summary = "Give a user DOF out of the treasury")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = GrantFromTreasury.Granted.class)))
    public Response grant(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable GrantRequest body) {
        GrantRequest request = inputs.check(body);
        UserId user;
        try {
            user = UserId.of(id);
        } catch (IllegalArgumentException malformed) {
            throw Rejection.of(ErrorCode.USER_NOT_FOUND, "There is no user with this id.")
                    .asException();
        }
        return Answers.of(
                grants.grant(
                        caller.userId(),
                        user,
                        Dof.of(Objects.requireNonNull(request.amount())),
                        request.reason().text(),
                        idempotency.key(caller.get(), "grant to " + id, key, request)),
                201);
    }

    /// @param reason as the user is told
    public record GrantRequest(
            @NotNull @Min(1) @Max(1_000_000_000L) @Nullable Long amount,

            @NotNull @Characters(min = 1, max = 500) Line reason) {}
}

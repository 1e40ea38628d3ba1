package ai.jiga.store.agent.inbound;

import ai.jiga.store.agent.usecase.CreateVariant;
import ai.jiga.store.agent.usecase.ShowVariantInfo;
import ai.jiga.store.agent.usecase.VariantCreated;
import ai.jiga.store.agent.usecase.VariantWish;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.text.Characters;
import ai.jiga.store.text.Line;
import ai.jiga.store.text.Verbatim;
import ai.jiga.store.web.Answers;
import ai.jiga.store.web.Cached;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/// How a variant comes to be. Its path is the one of [AgentsResource]: of two resource classes whose paths both fit a
/// request, only the one with the longer path is asked.
@Path("/api/v1/agents")
@Tag(name = "variants", description = "Agents derived from the platform's own")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class VariantsResource {
    private final CurrentCaller caller;
    private final Inputs inputs;
    private final Idempotency idempotency;
    private final ShowVariantInfo info;
    private final CreateVariant creation;

    public VariantsResource(
            CurrentCaller caller,
            Inputs inputs,
            Idempotency idempotency,
            ShowVariantInfo info,
            CreateVariant creation) {
        this.caller = caller;
        this.inputs = inputs;
        this.idempotency = idempotency;
        this.info = info;
        this.creation = creation;
    }

    @GET
    @Path("/{id}/variant-info")
    @Cached(Cached.STATIC)
    @Refuses({ErrorCode.AGENT_NOT_FOUND, ErrorCode.NOT_A_SYSTEM_AGENT})
    @Operation(operationId = "getVariantInfo", summary = "What a variant of a system agent costs and inherits")
    public ShowVariantInfo.VariantInfo info(@PathParam("id") String id) {
        return info.of(caller.get(), Ids.agent(id)).orThrow();
    }

    @POST
    @Path("/create-variant")
    @SignedIn
    @Refuses({
        ErrorCode.BUDGET_EXCEEDED,
        ErrorCode.AGENT_NOT_FOUND,
        ErrorCode.NOT_A_SYSTEM_AGENT,
        ErrorCode.AGENT_NAME_LENGTH,
        ErrorCode.AGENT_NAME_TAKEN,
        ErrorCode.VOICE_NOT_OF_PROVIDER,
        ErrorCode.INSUFFICIENT_DOFS
    })
    @Operation(operationId = "createVariant", summary = "Derive a variant of a system agent, for what its rank costs")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = VariantCreated.class)))
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable VariantRequest body) {
        VariantRequest request = inputs.check(body);
        return Answers.of(
                creation.create(
                        caller.userId(),
                        request.wish(Purse.of(caller.user().admission())),
                        idempotency.key(caller.get(), "create-variant", key, request)),
                201);
    }

    public record VariantRequest(
            @Verbatim @NotBlank @Size(max = 128) @Nullable String baseAgentId,
            @Valid @NotNull @Nullable Customization customization) {
        /// @param avatarUrl the parent's picture, when left out
        public record Customization(
                @NotNull @Characters(max = Texts.LONGEST_NAME) @Nullable
                Line name,

                @Verbatim @Size(max = 2000) @Pattern(regexp = Texts.PICTURE, message = Texts.PICTURE_MESSAGE) @Nullable
                String avatarUrl,

                @Verbatim @NotNull @Pattern(regexp = Texts.VOICE, message = Texts.VOICE_MESSAGE) @Nullable
                String voiceId) {}

        VariantWish wish(Purse purse) {
            Customization own = Objects.requireNonNull(customization);
            return new VariantWish(
                    Ids.agent(Objects.requireNonNull(baseAgentId)),
                    Objects.requireNonNull(own.name()).text(),
                    own.avatarUrl(),
                    Objects.requireNonNull(own.voiceId()),
                    purse);
        }
    }
}

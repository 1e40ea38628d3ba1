package ai.jiga.store.agent.inbound;

import ai.jiga.store.agent.usecase.CustomizeVariant;
import ai.jiga.store.agent.usecase.OwnAgent;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.IfMatch;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.SignedIn;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/variants/{id}")
@Tag(name = "variants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
@RunOnVirtualThread
public class CustomizationResource {
    private final CurrentCaller caller;
    private final Inputs inputs;
    private final CustomizeVariant customization;

    public CustomizationResource(CurrentCaller caller, Inputs inputs, CustomizeVariant customization) {
        this.caller = caller;
        this.inputs = inputs;
        this.customization = customization;
    }

    @PATCH
    @SignedIn
    @Refuses({
        ErrorCode.AGENT_NOT_FOUND,
        ErrorCode.NOT_AGENT_OWNER,
        ErrorCode.AGENT_NAME_LENGTH,
        ErrorCode.AGENT_NAME_TAKEN,
        ErrorCode.VOICE_NOT_OF_PROVIDER,
        ErrorCode.NOT_A_VARIANT,
        ErrorCode.VARIANT_FIELD_INHERITED
    })
    @Operation(
            operationId = "customizeVariant",
            summary = "Change a variant's name, avatar or voice",
            description = "A JSON merge patch (RFC 7396): what is left out stays; avatarUrl null removes the picture.")
    @RequestBody(content = @Content(schema = @Schema(implementation = VariantPatch.class)))
    public OwnAgent customize(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable JsonNode body) {
        AgentId variant = Ids.agent(id);
        customization.authorise(caller.get(), variant).orThrow();
        VariantPatch patch = inputs.check(VariantPatch.of(inputs.check(body)));
        return customization
                .customize(caller.get(), variant, patch::apply, new IfMatch(ifMatch))
                .orThrow();
    }
}

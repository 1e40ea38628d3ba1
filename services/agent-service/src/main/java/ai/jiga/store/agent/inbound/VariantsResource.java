package ai.jiga.store.agent.inbound;

import ai.jiga.store.agent.usecase.CreateVariant;
import ai.jiga.store.agent.usecase.CustomizeVariant;
import ai.jiga.store.agent.usecase.FindAgents;
import ai.jiga.store.agent.usecase.OwnAgent;
import ai.jiga.store.agent.usecase.SeenAgent;
import ai.jiga.store.agent.usecase.ShowVariantInfo;
import ai.jiga.store.agent.usecase.VariantCreated;
import ai.jiga.store.agent.usecase.VariantWish;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.web.Answers;
import ai.jiga.store.web.Cached;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Cursors;
import ai.jiga.store.web.Expansion;
import ai.jiga.store.web.IfMatch;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.SignedIn;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1")
@Tag(name = "variants", description = "Agents derived from the platform's own")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class VariantsResource {
    private static final String DETAILS = "details";

    private final CurrentCaller caller;
    private final Inputs inputs;
    private final Idempotency idempotency;
    private final Cursors cursors;
    private final FindAgents agents;
    private final ShowVariantInfo info;
    private final CreateVariant creation;
    private final CustomizeVariant customization;

    public VariantsResource(
            CurrentCaller caller,
            Inputs inputs,
            Idempotency idempotency,
            Cursors cursors,
            FindAgents agents,
            ShowVariantInfo info,
            CreateVariant creation,
            CustomizeVariant customization) {
        this.caller = caller;
        this.inputs = inputs;
        this.idempotency = idempotency;
        this.cursors = cursors;
        this.agents = agents;
        this.info = info;
        this.creation = creation;
        this.customization = customization;
    }

    @GET
    @Path("/agents/{id}/variant-info")
    @Cached(Cached.STATIC)
    @Operation(summary = "What a variant of a system agent costs and inherits")
    public ShowVariantInfo.VariantInfo info(@PathParam("id") String id) {
        return info.of(Ids.agent(id)).orThrow();
    }

    @POST
    @Path("/agents/create-variant")
    @SignedIn
    @Operation(summary = "Derive a variant of a system agent, for what its rank costs")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = VariantCreated.class)))
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable VariantRequest body) {
        VariantRequest request = inputs.check(body);
        return Answers.of(
                creation.create(
                        caller.userId(), request.wish(), idempotency.key(caller.get(), "create-variant", key, request)),
                201);
    }

    public record VariantRequest(
            @NotBlank @Size(max = 128) @Nullable String baseAgentId,
            @Valid @NotNull @Nullable Customization customization) {
        /// @param avatarUrl the parent's picture, when left out
        public record Customization(
                @NotNull @Pattern(regexp = Texts.LINE, message = Texts.LINE_MESSAGE) @Nullable
                String name,

                @Size(max = 2000) @Pattern(regexp = Texts.PICTURE, message = Texts.PICTURE_MESSAGE) @Nullable
                String avatarUrl,

                @NotBlank @Size(max = 100) @Pattern(regexp = Texts.LINE, message = Texts.LINE_MESSAGE) @Nullable
                String voiceId) {}

        VariantWish wish() {
            Customization own = Objects.requireNonNull(customization);
            return new VariantWish(
                    Ids.agent(Objects.requireNonNull(baseAgentId)),
                    Objects.requireNonNull(own.name()),
                    own.avatarUrl(),
                    Objects.requireNonNull(own.voiceId()));
        }
    }

    @PATCH
    @Path("/variants/{id}")
    @SignedIn
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(
            summary = "Change a variant's name, avatar or voice",
            description = "A JSON merge patch (RFC 7396): what is left out stays; avatarUrl null removes the picture.")
    public OwnAgent customize(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Schema(implementation = VariantPatch.class) @Nullable JsonNode body) {
        AgentId variant = Ids.agent(id);
        customization.authorise(caller.get(), variant).orThrow();
        VariantPatch patch = inputs.check(VariantPatch.of(inputs.check(body)));
        return customization
                .customize(caller.get(), variant, patch::apply, new IfMatch(ifMatch))
                .orThrow();
    }

    @GET
    @Path("/users/{id}/variants")
    @Operation(
            summary = "A user's variants, the newest first",
            description = "All of the caller's own; of others' what is published.")
    public Page<SeenAgent> of(
            @PathParam("id") String id,
            @QueryParam("expand") @Nullable String expand,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        boolean detailed = Expansion.of(expand, DETAILS).has(DETAILS);
        return Ids.user(id)
                .map(owner -> of(owner, detailed, limit, cursor))
                .orElseGet(() -> new Page<>(List.of(), null));
    }

    private Page<SeenAgent> of(UserId owner, boolean detailed, @Nullable String limit, @Nullable String cursor) {
        String question = (caller.get().is(owner) ? "own variants of " : "variants of ") + owner;
        Paging paging = Paging.of(cursors, question, limit, cursor);
        return paging.seal(agents.variantsOf(owner, caller.get(), detailed, paging.limit(), paging.after()));
    }
}

package ai.jiga.store.agent.inbound;

import ai.jiga.store.agent.usecase.FindAgents;
import ai.jiga.store.agent.usecase.SeenAgent;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Cursors;
import ai.jiga.store.web.Expansion;
import ai.jiga.store.web.Paging;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/users/{id}/variants")
@Tag(name = "variants")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class UserVariantsResource {
    private static final String DETAILS = "details";

    private final CurrentCaller caller;
    private final Cursors cursors;
    private final FindAgents agents;

    public UserVariantsResource(CurrentCaller caller, Cursors cursors, FindAgents agents) {
        this.caller = caller;
        this.cursors = cursors;
        this.agents = agents;
    }

    @GET
    @Operation(
            operationId = "listVariantsOfUser",
            summary = "A user's variants, the newest first",
            description = "All of the caller's own; of others' what is published.")
    public Page<SeenAgent> of(
            @PathParam("id") String id,
            @QueryParam("expand") @Parameter(schema = @Schema(enumeration = DETAILS)) @Nullable String expand,
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

package ai.jiga.store.gateway.operations;

import ai.jiga.store.gateway.operations.ResolveDeadLetters.DeadLetter;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.web.AdminOnly;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Cursors;
import ai.jiga.store.web.Limits;
import ai.jiga.store.web.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// For operators: events that a handler failed on too often, and what was done about them.
@Path("/api/v1/admin")
@Tag(name = "admin", description = "For operators")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
@RunOnVirtualThread
public class DeadLettersResource {
    private static final String DEAD_LETTERS = "dead letters";
    /// Longer than any parked event's id.
    private static final int LONGEST_ID = 500;

    private final CurrentCaller caller;
    private final Cursors cursors;
    private final ResolveDeadLetters letters;

    public DeadLettersResource(CurrentCaller caller, Cursors cursors, ResolveDeadLetters letters) {
        this.caller = caller;
        this.cursors = cursors;
        this.letters = letters;
    }

    @GET
    @Path("/dead-letters")
    @Operation(operationId = "listDeadLetters", summary = "Events that a handler failed on too often, the oldest first")
    public Page<DeadLetter> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        Page<DeadLetter> page = letters.list(Limits.of(limit), cursors.open(cursor, DEAD_LETTERS));
        return new Page<>(page.items(), cursors.seal(page.nextCursor(), DEAD_LETTERS));
    }

    @POST
    @Path("/dead-letters/{id}/retry")
    @Refuses(ErrorCode.DEAD_LETTER_NOT_FOUND)
    @Operation(operationId = "retryDeadLetter", summary = "Try an event again, and then what it held back")
    @APIResponse(responseCode = "202", description = "It is tried in the background")
    public Response retry(@PathParam("id") String id) {
        resolve(id, letters::retry);
        return Response.accepted().build();
    }

    @DELETE
    @Path("/dead-letters/{id}")
    @Refuses(ErrorCode.DEAD_LETTER_NOT_FOUND)
    @Operation(operationId = "dropDeadLetter", summary = "Give an event up and let what it held back go on")
    @APIResponse(responseCode = "204", description = "It is gone")
    public Response drop(@PathParam("id") String id) {
        resolve(id, letters::drop);
        return Response.noContent().build();
    }

    private void resolve(String id, BiFunction<UserId, String, Outcome<String>> how) {
        if (id.length() > LONGEST_ID || id.indexOf('/') >= 0) {
            throw Rejection.of(ErrorCode.DEAD_LETTER_NOT_FOUND, "There is no dead letter with this id.")
                    .asException();
        }
        how.apply(caller.userId(), id).orThrow();
    }
}

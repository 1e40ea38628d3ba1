package ai.jiga.store.user.inbound;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.text.Characters;
import ai.jiga.store.text.Paragraph;
import ai.jiga.store.user.usecase.FindUsers;
import ai.jiga.store.user.usecase.SuspendUser;
import ai.jiga.store.user.usecase.UserAccount;
import ai.jiga.store.web.AdminOnly;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Cursors;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.Limits;
import ai.jiga.store.web.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// For operators: users, and who is kept out.
@Path("/api/v1/admin/users")
@Tag(name = "admin")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@AdminOnly
@RunOnVirtualThread
public class UsersResource {
    private static final int LONGEST_REASON = 500;

    private final CurrentCaller caller;
    private final Inputs inputs;
    private final Cursors cursors;
    private final FindUsers users;
    private final SuspendUser suspensions;

    public UsersResource(
            CurrentCaller caller, Inputs inputs, Cursors cursors, FindUsers users, SuspendUser suspensions) {
        this.caller = caller;
        this.inputs = inputs;
        this.cursors = cursors;
        this.users = users;
        this.suspensions = suspensions;
    }

    @GET
    @Operation(
            operationId = "findUsers",
            summary = "Users by address, id, or the beginning of a name; the newest first without 'q'")
    public Page<UserAccount> find(
            @QueryParam("q")
                    @Parameter(description = "A whole e-mail address, a whole id, or how a name begins")
                    @Size(max = 320)
                    @Nullable
                    String text,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String question = "users " + text;
        Page<UserAccount> page = users.find(text, Limits.of(limit), cursors.open(cursor, question));
        return new Page<>(page.items(), cursors.seal(page.nextCursor(), question));
    }

    @GET
    @Path("/{id}")
    @Refuses(ErrorCode.USER_NOT_FOUND)
    @Operation(operationId = "getUser", summary = "A user, as operators see one")
    public UserAccount one(@PathParam("id") String id) {
        return users.one(userId(id)).orThrow();
    }

    @POST
    @Path("/{id}/suspend")
    @Refuses({ErrorCode.USER_NOT_FOUND, ErrorCode.OPERATORS_ACCOUNT})
    @Operation(
            operationId = "suspendUser",
            summary = "Keep a user out",
            description = "All their sign-ins end, and their keys open nothing, with the tokens of players that they"
                    + " made. Their listings and their DOF stay as they are. The user is told the reason.")
    public UserAccount suspend(@PathParam("id") String id, @Nullable SuspendRequest body) {
        UserId user = userId(id);
        SuspendRequest request = inputs.check(body);
        return suspensions
                .suspend(caller.userId(), user, request.reason().text(), request.until())
                .orThrow();
    }

    /// @param reason as the user is told
    /// @param until until an operator says so, when left out
    public record SuspendRequest(
            @NotNull @Characters(min = 1, max = LONGEST_REASON)
            Paragraph reason,

            @Nullable Instant until) {}

    @POST
    @Path("/{id}/restore")
    @Refuses(ErrorCode.USER_NOT_FOUND)
    @Operation(operationId = "restoreUser", summary = "Let a user in again")
    public UserAccount restore(@PathParam("id") String id, @Nullable RestoreRequest body) {
        UserId user = userId(id);
        RestoreRequest request = inputs.check(body);
        return suspensions
                .restore(caller.userId(), user, request.reason().text())
                .orThrow();
    }

    public record RestoreRequest(
            @NotNull @Characters(min = 1, max = LONGEST_REASON)
            Paragraph reason) {}

    /// An id that nobody can have is an id that nobody has.
    private static UserId userId(String text) {
        try {
            return UserId.of(text);
        } catch (IllegalArgumentException malformed) {
            throw FindUsers.notFound().asException();
        }
    }
}

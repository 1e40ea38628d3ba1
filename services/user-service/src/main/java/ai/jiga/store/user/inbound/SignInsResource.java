package ai.jiga.store.user.inbound;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.user.usecase.KeepSignIns;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Where one is signed in.
@Path("/api/v1/auth/sign-ins")
@Tag(name = "auth", description = "Accounts and sign-ins")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SignInsResource {
    private final CurrentCaller caller;
    private final KeepSignIns signIns;

    public SignInsResource(CurrentCaller caller, KeepSignIns signIns) {
        this.caller = caller;
        this.signIns = signIns;
    }

    @GET
    @SignedIn
    @Operation(operationId = "listSignIns", summary = "Where one is signed in, the latest first")
    public SignInList list() {
        return new SignInList(signIns.list(caller.user()));
    }

    public record SignInList(List<KeepSignIns.Seen> items) {}

    @DELETE
    @Path("/{id}")
    @SignedIn
    @Refuses(ErrorCode.SIGN_IN_NOT_FOUND)
    @Operation(
            operationId = "endSignIn",
            summary = "Sign out elsewhere",
            description = "The sign-in's access tokens end with it, and what they opened.")
    @APIResponse(responseCode = "204", description = "It is over")
    public void end(@PathParam("id") String id) {
        signIns.end(caller.userId(), id).orThrow();
    }
}

package ai.jiga.store.user.inbound;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.text.Verbatim;
import ai.jiga.store.user.usecase.AskForLetter;
import ai.jiga.store.user.usecase.FollowLink;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What is done by letters to a user's address.
@Path("/api/v1/auth")
@Tag(name = "auth", description = "Accounts and sign-ins")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class LettersResource {
    private static final int LONGEST_TOKEN = 500;

    private final CurrentCaller caller;
    private final Inputs inputs;
    private final Visitors visitors;
    private final AskForLetter letters;
    private final FollowLink links;

    public LettersResource(
            CurrentCaller caller, Inputs inputs, Visitors visitors, AskForLetter letters, FollowLink links) {
        this.caller = caller;
        this.inputs = inputs;
        this.visitors = visitors;
        this.letters = letters;
        this.links = links;
    }

    @POST
    @Path("/verify")
    @Refuses(ErrorCode.LINK_NOT_VALID)
    @Operation(
            operationId = "verifyEmail",
            summary = "Show that letters to one's address arrive",
            description = "With what stands behind the '#' of the letter's link, which is good for three days.")
    @APIResponse(responseCode = "204", description = "The address is verified")
    public Response verify(@Nullable VerifyRequest body) {
        links.verify(inputs.check(body).token()).orThrow();
        return Response.noContent().build();
    }

    public record VerifyRequest(
            @Verbatim @NotBlank @Size(max = LONGEST_TOKEN) String token) {}

    @POST
    @Path("/verify/resend")
    @Consumes(MediaType.WILDCARD)
    @SignedIn
    @Refuses(ErrorCode.RATE_LIMITED)
    @Operation(
            operationId = "resendVerification",
            summary = "Get the letter that asks whether one's address is one's own again",
            description = "Three at once, and one more every 20 minutes. Nothing is sent where it is known already.")
    @APIResponse(responseCode = "202", description = "It is on its way")
    public Response resend(@Context HttpHeaders headers, @Context HttpServerRequest http) {
        letters.toVerify(caller.userId(), visitors.of(null, headers, http)).orThrow();
        return Response.accepted().build();
    }

    @POST
    @Path("/password/forgot")
    @Refuses(ErrorCode.RATE_LIMITED)
    @Operation(
            operationId = "forgotPassword",
            summary = "Get a letter with a link for another password",
            description = "The answer is the same whether or not anybody has the address. The link is good for an"
                    + " hour, once. Three letters at once to one address, and one more every 20 minutes; what is asked"
                    + " for beyond that is not sent, and the links of earlier letters stay good.")
    @APIResponse(responseCode = "202", description = "If somebody has the address, a letter is on its way")
    public Response forgot(
            @Nullable ForgotRequest body, @Context HttpHeaders headers, @Context HttpServerRequest http) {
        letters.toReset(inputs.check(body).email(), visitors.of(null, headers, http))
                .orThrow();
        return Response.accepted().build();
    }

    public record ForgotRequest(
            @Verbatim @NotBlank @Schema(format = "email") @Size(max = 320)
            String email) {}

    @POST
    @Path("/password/reset")
    @Refuses({ErrorCode.LINK_NOT_VALID, ErrorCode.PASSWORD_TOO_COMMON})
    @Operation(
            operationId = "resetPassword",
            summary = "Choose another password by the link of a letter",
            description =
                    "With what stands behind its '#'. All sign-ins of the account end, and the other links too; and, where"
                            + " nobody had shown before that the address is theirs, its keys.")
    @APIResponse(responseCode = "204", description = "The password is another one: sign in with it")
    public Response reset(@Nullable ResetRequest body, @Context HttpHeaders headers, @Context HttpServerRequest http) {
        ResetRequest request = inputs.check(body);
        links.reset(request.token(), request.password(), visitors.of(null, headers, http))
                .orThrow();
        return Response.noContent().build();
    }

    public record ResetRequest(
            @Verbatim @NotBlank @Size(max = LONGEST_TOKEN) String token,

            @Verbatim @NotNull @Size(max = 1000) @Schema(minLength = 10, maxLength = 128)
            String password) {
        @Override
        public String toString() {
            return "ResetRequest[]";
        }
    }
}

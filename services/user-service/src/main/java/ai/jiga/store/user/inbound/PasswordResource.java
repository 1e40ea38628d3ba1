package ai.jiga.store.user.inbound;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.text.Verbatim;
import ai.jiga.store.user.usecase.ChangePassword;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/profile/password")
@Tag(name = "profile")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
@RunOnVirtualThread
public class PasswordResource {
    private final CurrentCaller caller;
    private final Inputs inputs;
    private final Visitors visitors;
    private final SignInAnswers answers;
    private final ChangePassword passwords;

    public PasswordResource(
            CurrentCaller caller, Inputs inputs, Visitors visitors, SignInAnswers answers, ChangePassword passwords) {
        this.caller = caller;
        this.inputs = inputs;
        this.visitors = visitors;
        this.answers = answers;
        this.passwords = passwords;
    }

    @PUT
    @Refuses({
        ErrorCode.WRONG_PASSWORD,
        ErrorCode.PASSWORD_TOO_COMMON,
        ErrorCode.OPERATORS_ACCOUNT,
        ErrorCode.FORBIDDEN,
        ErrorCode.ORIGIN_NOT_ALLOWED
    })
    @Operation(
            operationId = "changePassword",
            summary = "Choose another password",
            description = "All sign-ins end, on every device; the answer is a new one, for this device.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Tokens.class)))
    public Response change(
            @Nullable PasswordRequest body, @Context HttpHeaders headers, @Context HttpServerRequest http) {
        PasswordRequest request = inputs.check(body);
        boolean inCookies = answers.inCookies(request.cookie(), headers);
        return answers.signedIn(
                200,
                passwords
                        .change(
                                caller.user(),
                                request.current(),
                                request.password(),
                                visitors.of(request.deviceToken(), headers, http))
                        .orThrow(),
                inCookies);
    }

    /// @param current the one until now
    /// @param password the one from now on
    public record PasswordRequest(
            @Verbatim @NotNull @Size(max = 1000) String current,

            @Verbatim @NotNull @Size(max = 1000) @Schema(minLength = 10, maxLength = 128)
            String password,

            @Verbatim @Size(max = 2048) @Schema(description = AuthResource.DEVICE) @Nullable
            String deviceToken,

            @Schema(description = AuthResource.COOKIE) @Nullable
            Boolean cookie) {
        @Override
        public String toString() {
            return "PasswordRequest[]";
        }
    }
}

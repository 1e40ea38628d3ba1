package ai.jiga.store.user.inbound;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.text.Characters;
import ai.jiga.store.text.Line;
import ai.jiga.store.text.Verbatim;
import ai.jiga.store.tickets.Tickets;
import ai.jiga.store.user.model.Profile;
import ai.jiga.store.user.model.Visitor;
import ai.jiga.store.user.usecase.Account;
import ai.jiga.store.user.usecase.IssuedTokens;
import ai.jiga.store.user.usecase.RefreshSignIn;
import ai.jiga.store.user.usecase.RegisterUser;
import ai.jiga.store.user.usecase.SignInUser;
import ai.jiga.store.user.usecase.SignOut;
import ai.jiga.store.user.usecase.UserDirectory;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.PublicUrl;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Nothing here takes an `Idempotency-Key`: an answer with secrets is not kept to be given again.
@Path("/api/v1/auth")
@Tag(name = "auth", description = "Accounts and sign-ins")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AuthResource {
    static final String DEVICE = "From an earlier sign-in on this device, for clients without cookies";
    static final String COOKIE =
            "For pages of the store itself: what renews the sign-in is kept in a cookie, and is not in the answer";

    private final CurrentCaller caller;
    private final Inputs inputs;
    private final RegisterUser registrations;
    private final SignInUser signIns;
    private final RefreshSignIn refreshes;
    private final SignOut signOuts;
    private final UserDirectory users;
    private final Tickets tickets;
    private final PublicUrl url;
    private final Visitors visitors;
    private final SignInAnswers answers;

    public AuthResource(
            CurrentCaller caller,
            Inputs inputs,
            RegisterUser registrations,
            SignInUser signIns,
            RefreshSignIn refreshes,
            SignOut signOuts,
            UserDirectory users,
            Tickets tickets,
            PublicUrl url,
            Visitors visitors,
            SignInAnswers answers) {
        this.caller = caller;
        this.inputs = inputs;
        this.registrations = registrations;
        this.signIns = signIns;
        this.refreshes = refreshes;
        this.signOuts = signOuts;
        this.users = users;
        this.tickets = tickets;
        this.url = url;
        this.visitors = visitors;
        this.answers = answers;
    }

    @POST
    @Path("/register")
    @Refuses({ErrorCode.EMAIL_TAKEN, ErrorCode.PASSWORD_TOO_COMMON, ErrorCode.ORIGIN_NOT_ALLOWED})
    @Operation(operationId = "register", summary = "Open an account, and be signed in with it")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Tokens.class)))
    public Response register(
            @Nullable RegisterRequest body, @Context HttpHeaders headers, @Context HttpServerRequest http) {
        RegisterRequest request = inputs.check(body);
        boolean inCookies = answers.inCookies(request.cookie(), headers);
        IssuedTokens tokens = registrations
                .register(
                        request.email(),
                        request.password(),
                        text(request.displayName()),
                        text(request.nationality()),
                        request.timezone(),
                        visitors.of(request.deviceToken(), headers, http))
                .orThrow();
        return answers.signedIn(201, tokens, inCookies);
    }

    /// The sizes bound what is looked at; what exactly is allowed, the use case says.
    public record RegisterRequest(
            @Verbatim @NotBlank @Schema(format = "email") @Size(max = 320)
            String email,

            @Verbatim @NotNull @Size(max = 1000) @Schema(minLength = 10, maxLength = 128)
            String password,

            @NotNull @Characters(min = 1, max = Profile.MOST_CHARACTERS) @Nullable
            Line displayName,

            @Characters(max = Profile.MOST_CHARACTERS) @Schema(pattern = Profile.NATIONALITY_PATTERN) @Nullable
            Line nationality,

            @Verbatim @Schema(format = Profile.TIME_ZONE) @Size(max = 100) @Nullable
            String timezone,

            @Verbatim @Size(max = 2048) @Schema(description = DEVICE) @Nullable
            String deviceToken,

            @Schema(description = COOKIE) @Nullable Boolean cookie) {}

    private static @Nullable String text(@Nullable Line line) {
        return line == null ? null : line.text();
    }

    @POST
    @Path("/login")
    @Refuses({ErrorCode.INVALID_CREDENTIALS, ErrorCode.ACCOUNT_SUSPENDED, ErrorCode.ORIGIN_NOT_ALLOWED})
    @Operation(operationId = "login", summary = "Sign in with e-mail address and password")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Tokens.class)))
    public Response login(@Nullable LoginRequest body, @Context HttpHeaders headers, @Context HttpServerRequest http) {
        LoginRequest request = inputs.check(body);
        boolean inCookies = answers.inCookies(request.cookie(), headers);
        Visitor visitor = visitors.of(request.deviceToken(), headers, http);
        return answers.signedIn(
                200,
                signIns.signIn(request.email(), request.password(), visitor).orThrow(),
                inCookies);
    }

    public record LoginRequest(
            @Verbatim @NotBlank @Size(max = 320) String email,
            @Verbatim @NotNull @Size(max = 1000) String password,

            @Verbatim @Size(max = 2048) @Schema(description = DEVICE) @Nullable
            String deviceToken,

            @Schema(description = COOKIE) @Nullable Boolean cookie) {}

    @POST
    @Path("/refresh")
    @Refuses({ErrorCode.REFRESH_TOKEN_REUSED, ErrorCode.ORIGIN_NOT_ALLOWED})
    @Operation(
            operationId = "refreshTokens",
            summary = "Exchange a refresh token for new tokens",
            description = "A refresh token is good for one exchange within 30 days. One that comes a second time ends"
                    + " the sign-in with everything that came from it, unless it comes from the device that the sign-in"
                    + " began on (by its cookie or 'deviceToken') and within 30 seconds: then the answer has the token"
                    + " that it was exchanged for. After 90 days a sign-in ends in any case. Without a body it is the"
                    + " cookie's that is exchanged, for pages of the store itself.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Tokens.class)))
    public Response refresh(
            @RequestBody(required = false) @Nullable RefreshRequest body,
            @Context HttpHeaders headers,
            @Context HttpServerRequest http) {
        RefreshRequest request = inputs.checkOr(new RefreshRequest(null, null), body);
        Visitor visitor = visitors.of(request.deviceToken(), headers, http);
        String refreshToken = request.refreshToken();
        return refreshToken == null
                ? answers.signedIn(
                        200,
                        refreshes
                                .refresh(answers.fromCookie(headers), visitor.device())
                                .orThrow(),
                        true)
                : answers.signedIn(
                        200, refreshes.refresh(refreshToken, visitor.device()).orThrow(), false);
    }

    /// @param refreshToken null: the cookie's
    public record RefreshRequest(
            @Verbatim @Size(min = 1, max = 500) @Nullable String refreshToken,

            @Verbatim @Size(max = 2048) @Schema(description = DEVICE) @Nullable
            String deviceToken) {}

    @POST
    @Path("/logout")
    @Refuses({ErrorCode.UNAUTHORIZED, ErrorCode.ORIGIN_NOT_ALLOWED})
    @Operation(
            operationId = "logout",
            summary = "Sign out",
            description =
                    "With a refresh token, or with the cookie's: here, and no access token is needed. Without one:"
                            + " everywhere. The access tokens end with it.")
    @APIResponse(responseCode = "204", description = "Signed out, or never signed in")
    public Response logout(@RequestBody(required = false) @Nullable LogoutRequest body, @Context HttpHeaders headers) {
        LogoutRequest request = inputs.checkOr(new LogoutRequest(null, null), body);
        boolean byCookie = Boolean.TRUE.equals(request.cookie());
        String refreshToken = byCookie ? answers.fromCookie(headers) : request.refreshToken();
        if (refreshToken == null) {
            signOuts.everywhere(caller.userId());
        } else {
            signOuts.here(refreshToken);
        }
        return answers.signedOut(byCookie);
    }

    public record LogoutRequest(
            @Verbatim @Size(max = 500) @Nullable String refreshToken,

            @Schema(description = "Of a page of the store itself: that of its cookie") @Nullable
            Boolean cookie) {}

    @GET
    @Path("/user")
    @SignedIn
    @Operation(operationId = "getSignedInUser", summary = "Who the access token belongs to")
    public Account user() {
        return users.account(caller.userId()).orThrow();
    }

    @POST
    @Path("/ticket")
    @Consumes(MediaType.WILDCARD)
    @SignedIn
    @Operation(
            operationId = "issueLiveTicket",
            summary = "A one-time ticket for /ws and the event stream",
            description = "For browsers, which cannot send a header with them: add it as '?ticket=' within 60 seconds.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = LiveTicket.class)))
    public Response ticket() {
        Tickets.Issued issued = tickets.issue(caller.user(), Tickets.LIVE);
        return Response.status(201)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new LiveTicket(
                        url.ws("/ws"), url.http("/api/v1/events/stream"), issued.ticket(), issued.expiresAt()))
                .build();
    }

    public record LiveTicket(String websocketUrl, String streamUrl, String ticket, Instant expiresAt) {
        @Override
        public String toString() {
            return "LiveTicket[" + websocketUrl + "]";
        }
    }
}

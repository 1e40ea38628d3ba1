package ai.jiga.store.user.inbound;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.text.Characters;
import ai.jiga.store.text.Line;
import ai.jiga.store.text.Verbatim;
import ai.jiga.store.user.model.Profile;
import ai.jiga.store.user.model.StudioPlayer;
import ai.jiga.store.user.model.Visitor;
import ai.jiga.store.user.usecase.ClaimPlayer;
import ai.jiga.store.user.usecase.MakePlayerToken;
import ai.jiga.store.user.usecase.MakePlayerToken.PlayerToken;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Nothing here takes an `Idempotency-Key`: an answer with secrets is not kept to be given again.
@Path("/api/v1/players")
@Tag(name = "players", description = "The players of a studio's game")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
@RunOnVirtualThread
public class PlayersResource {
    private static final String EXTERNAL_ID = "^[A-Za-z0-9._~:@-]{1,128}$";
    private static final String AGENT_ID = "[A-Za-z0-9_-]{1,64}";
    /// Each is in the token, which goes with every request.
    private static final int MOST_AGENTS = 20;
    private static final Pattern ID = Pattern.compile(EXTERNAL_ID);

    private final CurrentCaller caller;
    private final Inputs inputs;
    private final MakePlayerToken tokens;
    private final ClaimPlayer claims;
    private final Visitors visitors;

    public PlayersResource(
            CurrentCaller caller, Inputs inputs, MakePlayerToken tokens, ClaimPlayer claims, Visitors visitors) {
        this.caller = caller;
        this.inputs = inputs;
        this.tokens = tokens;
        this.claims = claims;
        this.visitors = visitors;
    }

    @POST
    @Path("/{externalId}/tokens")
    @Refuses({
        ErrorCode.SCOPE_MISSING,
        ErrorCode.VALIDATION_FAILED,
        ErrorCode.CAP_NEEDS_STUDIO,
        ErrorCode.ACCOUNT_SUSPENDED,
        ErrorCode.PLAYER_CLAIMED
    })
    @Operation(
            operationId = "issuePlayerToken",
            summary = "Let a player of your game in",
            description = "For a studio's server, with a secret key of the scope 'players'. The player is known by the"
                    + " studio's own id and has an account from the first token on. They spend what is their own, or what"
                    + " is the studio's within a cap. The token is for the game: it is good for 15 minutes, or until the"
                    + " key is changed or deleted.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PlayerToken.class)))
    public Response token(
            @PathParam("externalId") @Parameter(schema = @Schema(type = SchemaType.STRING, pattern = EXTERNAL_ID))
                    String externalId,
            @RequestBody(required = false) @Nullable PlayerTokenRequest body) {
        if (!ID.matcher(externalId).matches()) {
            throw Rejection.of(
                            ErrorCode.VALIDATION_FAILED,
                            "A player's id has 1 to 128 letters, digits, or any of . _ ~ : @ - : the studio's own.")
                    .asException();
        }
        PlayerTokenRequest request = inputs.checkOr(new PlayerTokenRequest(null, null, null), body);
        Line name = request.displayName();
        CapRequest cap = request.cap();
        PlayerToken made = tokens.make(
                        caller.user(),
                        externalId,
                        name == null ? null : name.text(),
                        Objects.requireNonNullElse(request.spends(), StudioPlayer.Spends.OWN),
                        cap == null ? null : cap.cap())
                .orThrow();
        return Response.status(201)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(made)
                .build();
    }

    /// @param displayName of a player who comes for the first time
    /// @param spends whose wallet; the player's own, when left out
    /// @param cap how much of the studio's
    public record PlayerTokenRequest(
            @Characters(min = 1, max = Profile.MOST_CHARACTERS) @Nullable
            Line displayName,

            StudioPlayer.@Nullable Spends spends,
            @Valid @Nullable CapRequest cap) {}

    /// DOF.
    ///
    /// @param day from midnight to midnight, UTC
    /// @param total in all
    /// @param agents the agents that the studio pays for; any, when left out
    public record CapRequest(
            @Nullable Dof day,
            @Nullable Dof total,

            @Verbatim @Size(min = 1, max = MOST_AGENTS) @Nullable
            List<@NotNull @jakarta.validation.constraints.Pattern(regexp = AGENT_ID) String> agents) {
        StudioPlayer.Cap cap() {
            return new StudioPlayer.Cap(
                    day,
                    total,
                    agents == null ? Set.of() : agents.stream().map(AgentId::of).collect(Collectors.toSet()));
        }
    }

    @POST
    @Path("/claim")
    @Refuses({ErrorCode.FORBIDDEN, ErrorCode.EMAIL_TAKEN, ErrorCode.PASSWORD_TOO_COMMON, ErrorCode.PLAYER_CLAIMED})
    @Operation(
            operationId = "claimPlayer",
            summary = "Make the account of a studio's player one's own",
            description = "With the player's token. From then on it is signed in with e-mail address and password, with"
                    + " its wallet and all else that is in it; the studio makes no tokens for it any more.")
    public Tokens claim(@Nullable ClaimRequest body, @Context HttpHeaders headers, @Context HttpServerRequest http) {
        ClaimRequest request = inputs.check(body);
        Visitor visitor = visitors.of(request.deviceToken(), headers, http);
        return Tokens.of(claims.claim(caller.user(), request.email(), request.password(), visitor)
                .orThrow());
    }

    public record ClaimRequest(
            @Verbatim @NotBlank @Schema(format = "email") @Size(max = 320)
            String email,

            @Verbatim @NotNull @Size(max = 1000) @Schema(minLength = 10, maxLength = 128)
            String password,

            @Verbatim @Size(max = 2048) @Nullable String deviceToken) {}
}

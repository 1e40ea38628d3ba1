package ai.jiga.store.user.inbound;

import ai.jiga.store.text.Characters;
import ai.jiga.store.text.Line;
import ai.jiga.store.text.Verbatim;
import ai.jiga.store.user.model.Preferences;
import ai.jiga.store.user.model.Profile;
import ai.jiga.store.user.usecase.KeepPreferences;
import ai.jiga.store.user.usecase.KeepPreferences.PreferencesView;
import ai.jiga.store.user.usecase.KeepProfile;
import ai.jiga.store.user.usecase.KeepProfile.ProfileView;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.IfMatch;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/profile")
@Tag(name = "profile", description = "What a user says about themselves, and wishes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
@RunOnVirtualThread
public class ProfileResource {
    private final CurrentCaller caller;
    private final Inputs inputs;
    private final KeepProfile profiles;
    private final KeepPreferences preferences;

    public ProfileResource(CurrentCaller caller, Inputs inputs, KeepProfile profiles, KeepPreferences preferences) {
        this.caller = caller;
        this.inputs = inputs;
        this.profiles = profiles;
        this.preferences = preferences;
    }

    @GET
    @Operation(operationId = "getProfile", summary = "The caller's profile")
    public ProfileView profile() {
        return profiles.read(caller.userId()).orThrow();
    }

    @PUT
    @Operation(
            operationId = "replaceProfile",
            summary = "Replace the caller's profile",
            description = "What is left out is taken away.")
    public ProfileView replace(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable ProfileRequest body) {
        ProfileRequest request = inputs.check(body);
        return profiles.replace(
                        caller.userId(),
                        text(request.displayName()),
                        text(request.nationality()),
                        request.timezone(),
                        new IfMatch(ifMatch))
                .orThrow();
    }

    public record ProfileRequest(
            @NotNull @Characters(min = 1, max = Profile.MOST_CHARACTERS) @Nullable
            Line displayName,

            @Characters(max = Profile.MOST_CHARACTERS) @Schema(pattern = Profile.NATIONALITY_PATTERN) @Nullable
            Line nationality,

            @Verbatim @Schema(format = Profile.TIME_ZONE) @Size(max = 100) @Nullable
            String timezone) {}

    private static @Nullable String text(@Nullable Line line) {
        return line == null ? null : line.text();
    }

    @GET
    @Path("/preferences")
    @Operation(
            operationId = "getPreferences",
            summary = "The caller's preferences: the defaults until something was set")
    public PreferencesView preferences() {
        return preferences.read(caller.userId());
    }

    @PUT
    @Path("/preferences")
    @Operation(
            operationId = "replacePreferences",
            summary = "Replace the caller's preferences",
            description = "What is left out is as by default again.")
    public PreferencesView replacePreferences(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable PreferencesRequest body) {
        PreferencesRequest request = inputs.check(body);
        NotificationsRequest ways =
                Objects.requireNonNullElse(request.notifications(), new NotificationsRequest(null, null));
        return Preferences.of(
                        request.language(), request.theme(), ways.email(), ways.push(), games(request.favoriteGames()))
                .then(wish -> preferences.replace(caller.userId(), wish, new IfMatch(ifMatch)))
                .orThrow();
    }

    public record PreferencesRequest(
            @Verbatim
            @Pattern(regexp = Preferences.LANGUAGE, message = "is a language tag, such as 'en' or 'pt-BR'")
            @Size(max = 35)
            @Nullable
            String language,

            @Verbatim @Schema(enumeration = {"system", "light", "dark"}) @Size(max = 20) @Nullable
            String theme,

            @Valid @Nullable NotificationsRequest notifications,

            @Size(max = Preferences.MOST_GAMES) @Nullable
            List<@NotNull @Characters(min = 1, max = Preferences.LONGEST_GAME) Line> favoriteGames) {}

    private static @Nullable List<String> games(@Nullable List<Line> games) {
        return games == null ? null : games.stream().map(Line::text).toList();
    }

    public record NotificationsRequest(
            @Nullable Boolean email, @Nullable Boolean push) {}
}

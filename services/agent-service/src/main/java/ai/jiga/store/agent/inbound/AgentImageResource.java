package ai.jiga.store.agent.inbound;

import ai.jiga.store.agent.usecase.OwnAgent;
import ai.jiga.store.agent.usecase.SetAgentImage;
import ai.jiga.store.agent.usecase.UploadAgentImage;
import ai.jiga.store.agent.usecase.UploadAgentImage.Invited;
import ai.jiga.store.assets.ImageProcessor;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.text.Verbatim;
import ai.jiga.store.web.Answers;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.IfMatch;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// An agent's picture: the image as the body, or uploaded past the API. Its path is the one of
/// [AgentsResource], whose comment in [VariantsResource] says why.
@Path("/api/v1/agents")
@Tag(name = "agents")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
@RunOnVirtualThread
public class AgentImageResource {
    private final CurrentCaller caller;
    private final Inputs inputs;
    private final SetAgentImage images;
    private final UploadAgentImage uploads;

    public AgentImageResource(CurrentCaller caller, Inputs inputs, SetAgentImage images, UploadAgentImage uploads) {
        this.caller = caller;
        this.inputs = inputs;
        this.images = images;
        this.uploads = uploads;
    }

    /// @param length of the image in bytes
    /// @param contentType such as `image/png`
    public record UploadRequest(
            @NotNull @Min(1) @Schema(maximum = "" + ImageProcessor.MAX_BYTES) @Nullable
            Long length,

            @Verbatim
            @NotBlank
            @Size(max = 100)
            @Schema(enumeration = {"image/gif", "image/jpeg", "image/png", "image/webp"})
            @Nullable
            String contentType) {}

    // A stream, because the body is not read before it is known whose agent this is.
    @PUT
    @Path("/{id}/image")
    @Consumes(MediaType.WILDCARD)
    @Refuses({
        ErrorCode.AGENT_NOT_FOUND,
        ErrorCode.NOT_AGENT_OWNER,
        ErrorCode.NOT_AN_IMAGE,
        ErrorCode.TOO_MANY_PIXELS,
        ErrorCode.IMAGE_UNREADABLE,
        ErrorCode.SYSTEM_AGENT_IMMUTABLE
    })
    @Operation(
            operationId = "setAgentImage",
            summary = "Set the agent's picture",
            description = "PNG, JPEG, WebP or GIF (its first frame), of at most 5 MiB, 8192 pixels on a side and 24"
                    + " million in all; what it is is read from the bytes. It is turned upright, made smaller and"
                    + " encoded anew without anything but its pixels. The imageUrl of the answer ends with -512.webp,"
                    + " the width; -128.webp and -1024.webp are there too.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/gif", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public OwnAgent set(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable InputStream body) {
        AgentId agent = Ids.agent(id);
        return images.set(
                        caller.get(),
                        agent,
                        Objects.requireNonNullElseGet(body, InputStream::nullInputStream),
                        new IfMatch(ifMatch))
                .orThrow();
    }

    @POST
    @Path("/{id}/image/uploads")
    @Consumes(MediaType.APPLICATION_JSON)
    @Refuses({
        ErrorCode.AGENT_NOT_FOUND,
        ErrorCode.NOT_AGENT_OWNER,
        ErrorCode.SYSTEM_AGENT_IMMUTABLE,
        ErrorCode.BODY_TOO_LARGE,
        ErrorCode.NOT_AN_IMAGE
    })
    @Operation(
            operationId = "inviteAgentImageUpload",
            summary = "Ask for an address to upload the agent's picture to",
            description = "Send the image with the given method and headers to the given address, then POST to"
                    + " /agents/{id}/image/uploads/{uploadId}. The address is good for one upload.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Invited.class)))
    public Response invite(@PathParam("id") String id, @Nullable UploadRequest body) {
        AgentId agent = Ids.agent(id);
        uploads.authorise(caller.get(), agent).orThrow();
        UploadRequest request = inputs.check(body);
        Invited invited = uploads.invite(
                        caller.get(),
                        agent,
                        Objects.requireNonNull(request.length()),
                        Objects.requireNonNull(request.contentType()))
                .orThrow();
        return Answers.of(invited, 201, false);
    }

    @POST
    @Path("/{id}/image/uploads/{uploadId}")
    @Refuses({
        ErrorCode.AGENT_NOT_FOUND,
        ErrorCode.NOT_AGENT_OWNER,
        ErrorCode.NOT_AN_IMAGE,
        ErrorCode.TOO_MANY_PIXELS,
        ErrorCode.IMAGE_UNREADABLE,
        ErrorCode.SYSTEM_AGENT_IMMUTABLE,
        ErrorCode.UPLOAD_NOT_FOUND,
        ErrorCode.UPLOAD_NOT_INVITED,
        ErrorCode.UPLOAD_EXPIRED,
        ErrorCode.UPLOAD_USED,
        ErrorCode.UPLOAD_NOT_AS_ANNOUNCED
    })
    @Operation(operationId = "finishAgentImageUpload", summary = "Make what was uploaded the agent's picture")
    public OwnAgent finish(
            @PathParam("id") String id,
            @PathParam("uploadId") String uploadId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return uploads.finish(caller.get(), Ids.agent(id), uploadId, new IfMatch(ifMatch))
                .orThrow();
    }
}

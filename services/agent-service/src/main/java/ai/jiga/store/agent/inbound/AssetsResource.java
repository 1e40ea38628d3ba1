package ai.jiga.store.agent.inbound;

import ai.jiga.store.assets.AssetContent;
import ai.jiga.store.assets.AssetName;
import ai.jiga.store.assets.AssetStore;
import ai.jiga.store.assets.UploadDoor;
import ai.jiga.store.assets.UploadDoor.Entry;
import ai.jiga.store.assets.UploadDoor.Pass;
import ai.jiga.store.assets.UploadId;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.web.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The store's own pictures, and where clients upload to when it is the store that takes uploads.
@Path("/assets")
@Tag(name = "assets", description = "Pictures, which never change")
@RunOnVirtualThread
public class AssetsResource {
    private final AssetStore assets;
    private final UploadDoor door;

    public AssetsResource(AssetStore assets, UploadDoor door) {
        this.assets = assets;
        this.door = door;
    }

    @GET
    @Path("/{name}")
    @Produces(AssetName.CONTENT_TYPE)
    @Refuses(ErrorCode.NOT_FOUND)
    @Operation(operationId = "getPicture", summary = "A picture")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = AssetName.CONTENT_TYPE, schema = @Schema(format = "binary")))
    public Response picture(
            @PathParam("name") String name, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        AssetName asset = AssetName.parse(name).orElseThrow(() -> nothing().asException());
        AssetContent content = assets.open(asset).orElseThrow(() -> nothing().asException());
        String tag = '"' + asset.digest() + '-' + asset.width() + '"';
        var known = ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(text -> text.strip().replaceFirst("^W/", ""))
                        .anyMatch(text -> text.equals(tag) || text.equals("*"));
        Response.ResponseBuilder answer;
        if (known) {
            close(content);
            answer = Response.notModified();
        } else {
            answer = Response.ok(content.stream(), AssetName.CONTENT_TYPE)
                    .header(HttpHeaders.CONTENT_LENGTH, content.length());
        }
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, AssetStore.CACHE_CONTROL)
                .build();
    }

    @PUT
    @Path("/uploads/{id}")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response upload(
            @PathParam("id") String id,
            @QueryParam("length") @Nullable String length,
            @QueryParam("type") @Nullable String type,
            @QueryParam("until") @Nullable String until,
            @QueryParam("signature") @Nullable String signature,
            @HeaderParam("Content-Type") @Nullable String contentType,
            @Nullable InputStream body) {
        Entry entry = pass(id, length, type, until, signature)
                .map(pass -> door.receive(
                        pass, contentType, Objects.requireNonNullElseGet(body, InputStream::nullInputStream)))
                .orElse(Entry.FORGED);
        return switch (entry) {
            case TAKEN -> Response.noContent().build();
            case FORGED ->
                throw refusal(
                        ErrorCode.UPLOAD_NOT_INVITED, "This address was not signed by the store, or was changed.");
            case EXPIRED -> throw refusal(ErrorCode.UPLOAD_EXPIRED, "This address has ended. Ask for another one.");
            case USED -> throw refusal(ErrorCode.UPLOAD_USED, "Something was uploaded here already.");
            case NOT_AS_ANNOUNCED ->
                throw refusal(
                        ErrorCode.UPLOAD_NOT_AS_ANNOUNCED,
                        "The body is not as long as announced, or its Content-Type is another one.");
            case FULL ->
                throw refusal(ErrorCode.UNAVAILABLE, "Many uploads wait for their owners. Try again in some minutes.");
        };
    }

    /// What was not written by this store is no pass, whatever it is.
    private static Optional<Pass> pass(
            String id,
            @Nullable String length,
            @Nullable String type,
            @Nullable String until,
            @Nullable String signature) {
        if (length == null || type == null || until == null || signature == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Pass(new UploadId(id), Long.parseLong(length), type, Long.parseLong(until), signature));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static RuntimeException refusal(ErrorCode code, String detail) {
        return Rejection.of(code, detail).asException();
    }

    private static Rejection nothing() {
        return Rejection.of(ErrorCode.NOT_FOUND, "There is no picture of this name.");
    }

    private static void close(AssetContent content) {
        try {
            content.close();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

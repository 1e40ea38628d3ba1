package ai.jiga.store.agent.usecase;

import ai.jiga.store.assets.ImageProcessor;
import ai.jiga.store.assets.Invitation;
import ai.jiga.store.assets.UploadId;
import ai.jiga.store.assets.Uploads;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Uuid7;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.Tasks;
import ai.jiga.store.web.IfMatch;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

/// The way of a picture past the store's own API: the owner is invited, uploads, and then says so. What was
/// uploaded stays until a while after its address has ended, claimed or not, so that saying so can be
/// repeated; then a task that was scheduled with the invitation throws it away.
public final class UploadAgentImage {
    public static final String TASK = "agent.image-upload.discard";

    public static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/webp", "image/gif");

    private static final Duration OPEN = Duration.ofMinutes(15);
    /// For a body that is still on its way when the address ends.
    private static final Duration GRACE = Duration.ofMinutes(10);

    private final DocumentStore store;
    private final Tasks tasks;
    private final Uploads uploads;
    private final SetAgentImage images;
    private final Uuid7 ids;
    private final InstantSource clock;

    public UploadAgentImage(
            DocumentStore store, Tasks tasks, Uploads uploads, SetAgentImage images, Uuid7 ids, InstantSource clock) {
        this.store = store;
        this.tasks = tasks;
        this.uploads = uploads;
        this.images = images;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param uploadId what the client names the upload by when it is done
    /// @param method of the one request that uploads
    /// @param headers that it sends exactly so
    public record Invited(String uploadId, String method, String url, Map<String, String> headers, Instant expiresAt) {}

    /// Whether the caller may at all, before the body is judged.
    public Outcome<AgentId> authorise(Caller caller, AgentId id) {
        return images.authorise(caller, id).map(agent -> id);
    }

    /// @param length of the image in bytes
    /// @param contentType one of [#TYPES]; what the image is is read from its bytes all the same
    public Outcome<Invited> invite(Caller caller, AgentId id, long length, String contentType) {
        return authorise(caller, id).then(may -> {
            if (length > ImageProcessor.MAX_BYTES) {
                return Outcome.rejected(ErrorCode.BODY_TOO_LARGE, "An image has at most 5 MiB.");
            }
            if (!TYPES.contains(contentType)) {
                return Outcome.rejected(
                        ErrorCode.NOT_AN_IMAGE,
                        "The type is one of " + TYPES.stream().sorted().toList() + ".");
            }
            String name = ids.next();
            UploadId upload = UploadId.of(id.value(), name);
            Instant until = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(OPEN);
            var task = new Task(TASK, upload.value(), until.plus(GRACE), JsonNodeFactory.instance.objectNode());
            store.transact(tx -> {
                tasks.schedule(tx, task);
                return task;
            });
            Invitation invitation = uploads.invite(upload, length, contentType, until);
            return Outcome.done(new Invited(
                    name,
                    invitation.method(),
                    invitation.url().toString(),
                    invitation.headers(),
                    invitation.expiresAt()));
        });
    }

    /// Makes what was uploaded the agent's picture. May be repeated.
    public Outcome<OwnAgent> finish(Caller caller, AgentId id, String uploadId, IfMatch condition) {
        return authorise(caller, id)
                .then(may -> uploads.received(UploadId.of(id.value(), uploadId), ImageProcessor.MAX_BYTES)
                        .map(bytes -> images.set(caller, id, new ByteArrayInputStream(bytes), condition))
                        .orElseGet(() -> Outcome.rejected(
                                ErrorCode.UPLOAD_NOT_FOUND,
                                "Nothing was uploaded for this agent under this id, or it is too long ago. Ask for"
                                        + " another address.")));
    }

    /// Throws an upload away.
    public void discard(UploadId upload) {
        uploads.discard(upload);
    }
}

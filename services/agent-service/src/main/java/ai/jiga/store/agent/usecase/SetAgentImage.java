package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.AgentVersion.Change;
import ai.jiga.store.assets.AssetStore;
import ai.jiga.store.assets.ImageProcessor;
import ai.jiga.store.assets.Processed;
import ai.jiga.store.assets.Processed.Picture;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.web.IfMatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;

/// The owner gives an agent its picture. What is shown is made of the upload, and is kept before the agent
/// names it; a picture that no agent names any more stays, because lists and caches may still show it.
public final class SetAgentImage {
    /// Images that are held in memory at once, at 5 MiB each.
    private static final int AT_ONCE = 16;

    private final DocumentStore store;
    private final AgentWriter writer;
    private final ImageProcessor images;
    private final AssetStore assets;
    private final Runtimes runtimes;
    private final InstantSource clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    public SetAgentImage(
            DocumentStore store,
            AgentWriter writer,
            ImageProcessor images,
            AssetStore assets,
            Runtimes runtimes,
            InstantSource clock) {
        this.store = store;
        this.writer = writer;
        this.images = images;
        this.assets = assets;
        this.runtimes = runtimes;
        this.clock = clock;
    }

    /// Whether the caller may at all, before the body is read. A variant has a picture of its own.
    public Outcome<Agent> authorise(Caller caller, AgentId id) {
        return AgentAccess.changeable(store, id, caller);
    }

    /// Doing it again with the same image changes nothing.
    ///
    /// @param body read to its end, but no further than an image may be long
    public Outcome<OwnAgent> set(Caller caller, AgentId id, InputStream body, IfMatch condition) {
        return authorise(caller, id).then(agent -> {
            if (!places.tryAcquire()) {
                return busy();
            }
            try {
                byte[] uploaded = body.readNBytes(ImageProcessor.MAX_BYTES + 1);
                return uploaded.length > ImageProcessor.MAX_BYTES
                        ? Outcome.rejected(ErrorCode.BODY_TOO_LARGE, "An image has at most 5 MiB.")
                        : shown(caller, id, uploaded, condition);
            } catch (IOException e) {
                throw new UncheckedIOException("the image did not arrive", e);
            } finally {
                places.release();
            }
        });
    }

    private Outcome<OwnAgent> shown(Caller caller, AgentId id, byte[] uploaded, IfMatch condition) {
        return switch (images.process(uploaded)) {
            case Picture picture -> named(caller, id, picture, condition);
            case Processed.NotAnImage _ ->
                Outcome.rejected(
                        ErrorCode.NOT_AN_IMAGE,
                        "The body is none of the images that are taken: PNG, JPEG, WebP, GIF. What it is is read from"
                                + " its bytes.");
            case Processed.TooLarge large ->
                Outcome.rejected(
                        ErrorCode.TOO_MANY_PIXELS,
                        "The image has " + large.width() + " x " + large.height() + " pixels. At most "
                                + ImageProcessor.MAX_SIDE + " on a side and " + ImageProcessor.MAX_PIXELS / 1_000_000
                                + " million in all are taken: make it smaller.");
            case Processed.Unreadable _ ->
                Outcome.rejected(
                        ErrorCode.IMAGE_UNREADABLE,
                        "The image is damaged, cut short, or of a kind that is not taken, such as an animated WebP."
                                + " Upload it again, or save it anew as PNG or JPEG.");
            case Processed.Busy _ -> busy();
        };
    }

    private static Outcome<OwnAgent> busy() {
        return Outcome.rejected(
                ErrorCode.UNAVAILABLE, "Many images are being uploaded. Nothing was changed; try again in a moment.");
    }

    private Outcome<OwnAgent> named(Caller caller, AgentId id, Picture picture, IfMatch condition) {
        picture.renditions().forEach((width, content) -> assets.put(picture.name(width), content));
        String reference = picture.name(Picture.SHOWN).reference();
        Instant now = clock.instant();
        EventStamp stamp = writer.stamp();
        return store.transact(tx -> AgentAccess.changeable(tx, id, caller)
                .then(agent -> condition.check(agent.version()).map(version -> agent))
                .map(agent -> changed(tx, agent, reference, stamp, now)));
    }

    private OwnAgent changed(Transaction tx, Agent agent, String reference, EventStamp stamp, Instant now) {
        if (reference.equals(agent.draft().imageUrl())) {
            return OwnAgent.of(agent, runtimes);
        }
        Agent after = agent.changed(agent.draft().pictured(reference), agent.configuration(), now);
        writer.change(tx, agent, after, Change.UPDATED, stamp);
        return OwnAgent.of(after, runtimes);
    }
}

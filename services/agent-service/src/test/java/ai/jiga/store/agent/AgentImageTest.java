package ai.jiga.store.agent;

import static ai.jiga.store.agent.AgentService.ANA;
import static ai.jiga.store.agent.AgentService.BOB;
import static ai.jiga.store.agent.CreateVariantTest.NOVA;
import static ai.jiga.store.agent.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.agent.inbound.AgentEvents;
import ai.jiga.store.agent.usecase.OwnAgent;
import ai.jiga.store.agent.usecase.SetAgentImage;
import ai.jiga.store.agent.usecase.UploadAgentImage;
import ai.jiga.store.assets.AssetName;
import ai.jiga.store.assets.UploadDoor.Entry;
import ai.jiga.store.assets.UploadDoor.Pass;
import ai.jiga.store.assets.UploadId;
import ai.jiga.store.assets.folder.FolderAssets;
import ai.jiga.store.assets.folder.FolderUploads;
import ai.jiga.store.assets.images.WebpImages;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.web.IfMatch;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentImageTest {
    private static final URI BASE = URI.create("https://store.example/assets/");

    private final AgentService service = new AgentService().seeded();
    private final WebpImages processor = new WebpImages();
    private final AgentId id = service.created(ANA, Drafts.named("Ember")).id();

    @TempDir
    Path folder;

    private FolderAssets assets;
    private FolderUploads door;
    private SetAgentImage images;
    private UploadAgentImage uploads;

    @BeforeEach
    void build() {
        var clock = service.foundation.clock();
        var store = service.foundation.store();
        assets = FolderAssets.open(folder, BASE, clock);
        door = FolderUploads.open(folder, BASE.resolve("uploads/"), new byte[32], clock);
        images = new SetAgentImage(store, service.writer, processor, assets, AgentService.RUNTIMES, clock);
        uploads =
                new UploadAgentImage(store, service.foundation.tasks(), door, images, service.foundation.ids(), clock);
    }

    @AfterEach
    void close() {
        service.close();
        processor.close();
    }

    private static byte[] png(int colour) {
        var image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        image.setRGB(10, 10, colour);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Outcome<OwnAgent> set(Caller caller, AgentId agent, byte[] image) {
        return images.set(caller, agent, new ByteArrayInputStream(image), IfMatch.ANY);
    }

    private static AssetName name(OwnAgent agent) {
        String reference = Objects.requireNonNull(agent.imageUrl());
        return AssetName.parse(reference.substring("asset:".length())).orElseThrow();
    }

    @Test
    void theAgentShowsThePictureInThreeWidthsAndSaysThatItChanged() {
        OwnAgent after = set(ANA, id, png(0xFF0000)).orThrow();

        AssetName shown = name(after);
        assertThat(shown.width()).isEqualTo(512);
        for (int width : List.of(128, 512, 1024)) {
            assertThat(assets.open(new AssetName(shown.digest(), width))).isPresent();
        }
        assertThat(after.version()).isEqualTo(2);
        assertThat(service.find.seenBy(ANA, id).orThrow()).isEqualTo(after);
        assertThat(service.told(id)).containsExactly("agent.created", "agent.updated");
    }

    @Test
    void theSameImageAgainChangesNothingAndAnotherOneReplacesIt() {
        OwnAgent first = set(ANA, id, png(0xFF0000)).orThrow();

        assertThat(set(ANA, id, png(0xFF0000)).orThrow()).isEqualTo(first);

        OwnAgent other = set(ANA, id, png(0xFFFFFF)).orThrow();
        assertThat(name(other)).isNotEqualTo(name(first));
        assertThat(service.told(id)).containsExactly("agent.created", "agent.updated", "agent.updated");
        assertThat(assets.open(name(first))).isPresent();
    }

    @Test
    void onlyTheOwnerMayAndTheBodyOfAnotherIsNotRead() {
        InputStream untouched = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("the body was read");
            }
        };

        assertRefused(images.set(BOB, id, untouched, IfMatch.ANY), ErrorCode.AGENT_NOT_FOUND);
        assertRefused(images.set(ANA, NOVA, untouched, IfMatch.ANY), ErrorCode.SYSTEM_AGENT_IMMUTABLE);
        assertRefused(images.set(ANA, AgentId.of("nobody"), untouched, IfMatch.ANY), ErrorCode.AGENT_NOT_FOUND);
    }

    @Test
    void whatCannotBeShownIsRefusedAndChangesNothing() {
        byte[] damaged = java.util.Arrays.copyOf(png(0xFF0000), 40);

        assertRefused(set(ANA, id, "<svg/>".getBytes(StandardCharsets.US_ASCII)), ErrorCode.NOT_AN_IMAGE);
        assertRefused(set(ANA, id, new byte[0]), ErrorCode.NOT_AN_IMAGE);
        assertRefused(set(ANA, id, damaged), ErrorCode.IMAGE_UNREADABLE);
        assertRefused(set(ANA, id, new byte[(5 << 20) + 1]), ErrorCode.BODY_TOO_LARGE);
        assertRefused(
                images.set(ANA, id, new ByteArrayInputStream(png(1)), new IfMatch("\"v7\"")),
                ErrorCode.PRECONDITION_FAILED);

        assertThat(service.told(id)).containsExactly("agent.created");
    }

    private static Pass pass(UploadAgentImage.Invited invited) {
        URI url = URI.create(invited.url());
        String[] query =
                URLDecoder.decode(url.getRawQuery(), StandardCharsets.UTF_8).split("&|=");
        String path = url.getPath();
        return new Pass(
                new UploadId(path.substring(path.lastIndexOf('/') + 1)),
                Long.parseLong(query[1]),
                query[3],
                Long.parseLong(query[5]),
                query[7]);
    }

    private UploadAgentImage.Invited uploaded(byte[] image) {
        var invited = uploads.invite(ANA, id, image.length, "image/png").orThrow();
        assertThat(door.receive(pass(invited), "image/png", new ByteArrayInputStream(image)))
                .isEqualTo(Entry.TAKEN);
        return invited;
    }

    @Test
    void whatWasUploadedBecomesThePictureHoweverOftenItIsSaid() {
        var invited = uploaded(png(0xFF0000));

        OwnAgent after =
                uploads.finish(ANA, id, invited.uploadId(), IfMatch.ANY).orThrow();

        assertThat(assets.open(name(after))).isPresent();
        assertThat(uploads.finish(ANA, id, invited.uploadId(), IfMatch.ANY).orThrow())
                .isEqualTo(after);
    }

    @Test
    void anUploadIsJudgedBeforeItIsShown() {
        var invited = uploaded("<script>".getBytes(StandardCharsets.US_ASCII));

        assertRefused(uploads.finish(ANA, id, invited.uploadId(), IfMatch.ANY), ErrorCode.NOT_AN_IMAGE);
    }

    @Test
    void anUploadIsForOneAgentAndItsOwner() {
        var invited = uploaded(png(0xFF0000));
        AgentId another = service.created(ANA, Drafts.named("Another")).id();
        AgentId bobs = service.created(BOB, Drafts.named("Of Bob")).id();

        assertRefused(uploads.finish(BOB, id, invited.uploadId(), IfMatch.ANY), ErrorCode.AGENT_NOT_FOUND);
        assertRefused(uploads.finish(ANA, another, invited.uploadId(), IfMatch.ANY), ErrorCode.UPLOAD_NOT_FOUND);
        assertRefused(uploads.finish(BOB, bobs, invited.uploadId(), IfMatch.ANY), ErrorCode.UPLOAD_NOT_FOUND);
        assertRefused(uploads.finish(ANA, id, "../../x", IfMatch.ANY), ErrorCode.UPLOAD_NOT_FOUND);
        assertRefused(uploads.invite(BOB, id, 10, "image/png"), ErrorCode.AGENT_NOT_FOUND);
        assertRefused(uploads.invite(ANA, id, 6 << 20, "image/png"), ErrorCode.BODY_TOO_LARGE);
        assertRefused(uploads.invite(ANA, id, 10, "image/svg+xml"), ErrorCode.NOT_AN_IMAGE);
    }

    @Test
    void anUploadIsSweptAWhileAfterItsAddressHasEnded() throws IOException {
        service.process.start(List.of(), List.of(new AgentEvents.DiscardUpload(uploads)));
        var invited = uploaded(png(0xFF0000));

        service.process.advance(Duration.ofMinutes(24));
        assertThat(waiting()).isEqualTo(1);
        service.process.advance(Duration.ofMinutes(2));

        assertThat(waiting()).isZero();
        assertRefused(uploads.finish(ANA, id, invited.uploadId(), IfMatch.ANY), ErrorCode.UPLOAD_NOT_FOUND);
    }

    private long waiting() throws IOException {
        try (var files = Files.list(folder.resolve("uploads"))) {
            return files.count();
        }
    }
}

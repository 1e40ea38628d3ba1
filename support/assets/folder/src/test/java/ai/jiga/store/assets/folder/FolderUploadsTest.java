package ai.jiga.store.assets.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.jiga.store.assets.Invitation;
import ai.jiga.store.assets.UploadDoor.Entry;
import ai.jiga.store.assets.UploadDoor.Pass;
import ai.jiga.store.assets.UploadId;
import ai.jiga.store.assets.Uploads;
import ai.jiga.store.assets.testkit.UploadsContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderUploadsTest extends UploadsContract {
    private static final byte[] BYTES = {1, 2, 3};
    private static final URI BASE = URI.create("https://store.example/assets/uploads/");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final InstantSource clock = now::get;

    @TempDir
    Path folder;

    private FolderUploads uploads;

    @BeforeEach
    void open() {
        uploads = FolderUploads.open(folder, BASE, new byte[32], clock);
    }

    @Override
    protected Uploads uploads() {
        return uploads;
    }

    @Override
    protected void upload(Invitation invitation, UploadId id, byte[] content) {
        assertThat(send(pass(invitation), content)).isEqualTo(Entry.TAKEN);
    }

    private Entry send(Pass pass, byte[] content) {
        return uploads.receive(pass, TYPE, new ByteArrayInputStream(content));
    }

    private static Pass pass(Invitation invitation) {
        String path = invitation.url().getPath();
        Map<String, String> query = new HashMap<>();
        for (String pair : invitation.url().getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return new Pass(
                new UploadId(path.substring(path.lastIndexOf('/') + 1)),
                Long.parseLong(Objects.requireNonNull(query.get("length"))),
                Objects.requireNonNull(query.get("type")),
                Long.parseLong(Objects.requireNonNull(query.get("until"))),
                Objects.requireNonNull(query.get("signature")));
    }

    private Pass invited() {
        return pass(uploads.invite(ID, BYTES.length, TYPE, LATER));
    }

    @Test
    void anAddressIsGoodForOneUpload() {
        Pass pass = invited();

        assertThat(send(pass, BYTES)).isEqualTo(Entry.TAKEN);
        assertThat(send(pass, new byte[] {4, 5, 6})).isEqualTo(Entry.USED);

        assertThat(uploads.received(ID, 3)).contains(BYTES);
    }

    @Test
    void anAddressEnds() {
        Pass pass = invited();
        now.set(LATER);

        assertThat(send(pass, BYTES)).isEqualTo(Entry.EXPIRED);
        assertThat(uploads.received(ID, 3)).isEmpty();
    }

    @Test
    void nothingInAnAddressCanBeChanged() {
        Pass pass = invited();
        UploadId other = UploadId.of("agent-2", "nonce");
        String signature = pass.signature();

        for (Pass forged : List.of(
                new Pass(other, pass.length(), TYPE, pass.until(), signature),
                new Pass(ID, pass.length() + 1, TYPE, pass.until(), signature),
                new Pass(ID, pass.length(), "image/gif", pass.until(), signature),
                new Pass(ID, pass.length(), TYPE, pass.until() + 1, signature),
                new Pass(ID, pass.length(), TYPE, pass.until(), signature + "="),
                new Pass(ID, pass.length(), TYPE, pass.until(), ""))) {
            assertThat(send(forged, BYTES)).as(forged.toString()).isEqualTo(Entry.FORGED);
        }
        byte[] otherKey = new byte[32];
        otherKey[31] = 1;
        var elsewhere = FolderUploads.open(folder, BASE, otherKey, clock);
        assertThat(elsewhere.receive(pass, TYPE, new ByteArrayInputStream(BYTES)))
                .isEqualTo(Entry.FORGED);
    }

    @Test
    void aBodyIsAsLongAndOfTheTypeThatWasAnnounced() throws IOException {
        Pass pass = invited();

        assertThat(send(pass, new byte[2])).isEqualTo(Entry.NOT_AS_ANNOUNCED);
        assertThat(send(pass, new byte[4])).isEqualTo(Entry.NOT_AS_ANNOUNCED);
        assertThat(uploads.receive(pass, "image/gif", new ByteArrayInputStream(BYTES)))
                .isEqualTo(Entry.NOT_AS_ANNOUNCED);
        assertThat(uploads.receive(pass, null, new ByteArrayInputStream(BYTES))).isEqualTo(Entry.NOT_AS_ANNOUNCED);

        try (var all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile)).isEmpty();
        }
        assertThat(send(pass, BYTES)).isEqualTo(Entry.TAKEN);
    }

    @Test
    void strangersCannotFillTheDisk() {
        for (int i = 0; i < 100; i++) {
            UploadId id = UploadId.of("another-" + i, "nonce");
            assertThat(send(pass(uploads.invite(id, 3, TYPE, LATER)), BYTES)).isEqualTo(Entry.TAKEN);
        }

        assertThat(send(invited(), BYTES)).isEqualTo(Entry.FULL);
        uploads.discard(UploadId.of("another-7", "nonce"));
        assertThat(send(invited(), BYTES)).isEqualTo(Entry.TAKEN);
    }

    @Test
    void anInvitationIsForABoundedLengthAndAKeyHas32Bytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> uploads.invite(ID, 0, TYPE, LATER));
        assertThatIllegalArgumentException().isThrownBy(() -> uploads.invite(ID, 1L << 40, TYPE, LATER));
        assertThatIllegalArgumentException().isThrownBy(() -> FolderUploads.open(folder, BASE, new byte[31], clock));
    }
}

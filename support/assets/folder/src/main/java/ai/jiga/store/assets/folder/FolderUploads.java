package ai.jiga.store.assets.folder;

import ai.jiga.store.assets.Invitation;
import ai.jiga.store.assets.UploadDoor;
import ai.jiga.store.assets.UploadId;
import ai.jiga.store.assets.Uploads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Uploads as files beside the assets, where nothing serves them.
public final class FolderUploads implements Uploads, UploadDoor {
    /// Bytes that one upload may have, whatever was invited: they are held in memory while they arrive.
    private static final long LARGEST = 16 << 20;
    /// Uploads that may lie there at once: strangers must not fill the disk.
    private static final int MOST_WAITING = 100;

    private final Path folder;
    private final URI base;
    private final AddressSigner signer;
    private final InstantSource clock;
    private final WholeFiles files;

    private FolderUploads(Path folder, URI base, AddressSigner signer, InstantSource clock, WholeFiles files) {
        this.folder = folder;
        this.base = base;
        this.signer = signer;
        this.clock = clock;
        this.files = files;
    }

    /// @param folder made when absent; may be shared with a [FolderAssets]
    /// @param base where the process takes uploads: this, followed by an id and what is signed
    /// @param key at least 32 secret bytes
    public static FolderUploads open(Path folder, URI base, byte[] key, InstantSource clock) {
        try {
            Path uploads = Files.createDirectories(folder.resolve("uploads"));
            return new FolderUploads(uploads, base, new AddressSigner(key), clock, new WholeFiles(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of uploads below " + folder + " cannot be used", e);
        }
    }

    @Override
    public Invitation invite(UploadId id, long length, String contentType, Instant until) {
        if (length < 1 || length > LARGEST) {
            throw new IllegalArgumentException("an upload has 1 to " + LARGEST + " bytes, not " + length);
        }
        long seconds = until.getEpochSecond();
        String query = "length=" + length + "&type=" + URLEncoder.encode(contentType, StandardCharsets.UTF_8)
                + "&until=" + seconds + "&signature=" + signer.sign(id, length, contentType, seconds);
        return new Invitation(
                "PUT", URI.create(base + id.value() + "?" + query), Map.of("Content-Type", contentType), until);
    }

    @Override
    public Entry receive(Pass pass, @Nullable String contentType, InputStream body) {
        if (!signer.signed(pass)) {
            return Entry.FORGED;
        }
        if (hasEnded(pass)) {
            return Entry.EXPIRED;
        }
        if (!pass.contentType().equals(contentType)) {
            return Entry.NOT_AS_ANNOUNCED;
        }
        Path name = file(pass.id());
        try {
            if (Files.exists(name)) {
                return Entry.USED;
            }
            if (waiting() >= MOST_WAITING) {
                return Entry.FULL;
            }
            byte[] bytes = body.readNBytes((int) pass.length() + 1);
            if (bytes.length != pass.length()) {
                return Entry.NOT_AS_ANNOUNCED;
            }
            // Again, because a slow body may arrive after whoever throws uploads away has been here.
            if (hasEnded(pass)) {
                return Entry.EXPIRED;
            }
            return files.link(files.write(new ByteArrayInputStream(bytes)), name) ? Entry.TAKEN : Entry.USED;
        } catch (IOException e) {
            throw new UncheckedIOException("the upload " + pass.id() + " cannot be taken", e);
        }
    }

    private boolean hasEnded(Pass pass) {
        return !clock.instant().isBefore(Instant.ofEpochSecond(pass.until()));
    }

    private long waiting() throws IOException {
        try (var uploads = Files.list(folder)) {
            return uploads.count();
        }
    }

    @Override
    public Optional<byte[]> received(UploadId id, int most) {
        try (InputStream in = Files.newInputStream(file(id))) {
            byte[] bytes = in.readNBytes(most + 1);
            return bytes.length > most ? Optional.empty() : Optional.of(bytes);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the upload " + id + " cannot be read", e);
        }
    }

    @Override
    public void discard(UploadId id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException("the upload " + id + " cannot be deleted", e);
        }
    }

    private Path file(UploadId id) {
        return folder.resolve(id.value());
    }
}

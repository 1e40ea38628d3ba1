package ai.jiga.store.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The store's key pairs for signatures: ES256 on P-256 (RFC 7518, 3.4), named by their thumbprint (RFC 7638), in a
/// JWK set (RFC 7517) in a file that its owner alone can read. Made on first use.
///
/// The newest key signs; every key verifies, because receipts are to be verifiable for as long as they exist. Of an
/// older key only the public half is kept.
///
/// Thread-safe. One process at a time may use a folder.
public final class SigningKeys {
    static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;
    private static final String FILE = "signing-keys.json";

    private final Path file;
    private final InstantSource clock;
    /// The newest first, with its private half.
    private volatile List<ECKey> keys;

    private SigningKeys(Path file, InstantSource clock, List<ECKey> keys) {
        this.file = file;
        this.clock = clock;
        this.keys = List.copyOf(keys);
    }

    /// The keys in a folder, which is made along with a first key when it is not there.
    ///
    /// @param clock says when a key was made
    /// @throws IllegalStateException when the file is there and is not what this class wrote
    /// @throws UncheckedIOException when it cannot be read or written
    public static SigningKeys open(Path folder, InstantSource clock) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder, only(folder, "rwx------"));
            if (Files.exists(file)) {
                restrict(file);
                return new SigningKeys(file, clock, read(file));
            }
            List<ECKey> first = List.of(generate(clock.instant()));
            write(file, first);
            return new SigningKeys(file, clock, first);
        } catch (IOException e) {
            throw new UncheckedIOException("the signing keys in " + file + " cannot be read or made", e);
        }
    }

    /// Makes a new key, which signs from now on. What the older ones signed stays valid.
    public synchronized void rotate() {
        var next = new ArrayList<ECKey>();
        next.add(generate(clock.instant()));
        keys.forEach(key -> next.add(key.toPublicJWK()));
        try {
            write(file, next);
        } catch (IOException e) {
            throw new UncheckedIOException("the signing keys in " + file + " cannot be written", e);
        }
        keys = List.copyOf(next);
    }

    /// Rotates when the key that signs has done so for this long.
    ///
    /// @return whether it did
    public synchronized boolean rotateAfter(Duration age) {
        Date made = newest().getIssueTime();
        if (made != null && clock.instant().isBefore(made.toInstant().plus(age))) {
            return false;
        }
        rotate();
        return true;
    }

    /// The public halves as a JWK set, ready to be written as JSON.
    public Map<String, Object> jwks() {
        return new JWKSet(List.<JWK>copyOf(keys)).toJSONObject(true);
    }

    /// The id of the key that signs now.
    public String keyId() {
        return newest().getKeyID();
    }

    ECKey newest() {
        return keys.getFirst();
    }

    Optional<ECKey> find(String keyId) {
        return keys.stream().filter(key -> key.getKeyID().equals(keyId)).findFirst();
    }

    private static ECKey generate(Instant now) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(ALGORITHM)
                    .keyIDFromThumbprint(true)
                    .issueTime(Date.from(now.truncatedTo(ChronoUnit.SECONDS)))
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("P-256 is part of every JDK", e);
        }
    }

    private static List<ECKey> read(Path file) throws IOException {
        var keys = new ArrayList<ECKey>();
        try {
            for (JWK key : JWKSet.parse(Files.readString(file)).getKeys()) {
                if (key instanceof ECKey ec
                        && ec.getCurve().equals(Curve.P_256)
                        && ec.computeThumbprint().toString().equals(ec.getKeyID())) {
                    keys.add(ec);
                } else {
                    throw damaged(file, null);
                }
            }
        } catch (ParseException | JOSEException e) {
            throw damaged(file, e);
        }
        if (keys.isEmpty() || !keys.getFirst().isPrivate()) {
            throw damaged(file, null);
        }
        return keys;
    }

    private static IllegalStateException damaged(Path file, @Nullable Exception cause) {
        return new IllegalStateException(
                file + " is not a set of signing keys as this store writes it. Restore it from a backup; without it"
                        + " everybody has to sign in again, and receipts can no longer be verified.",
                cause);
    }

    /// Written beside it, forced to disk, then put in place: a crash leaves the old file or the new one.
    private static void write(Path file, List<ECKey> keys) throws IOException {
        String json = new JWKSet(List.<JWK>copyOf(keys)).toString(false);
        Path beside = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(beside);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var out = FileChannel.open(beside, options, only(file, "rw-------"))) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(json);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(file);
    }

    private static void forceFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && isPosix(file)) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /// A file that came out of a backup may have lost its permissions.
    private static void restrict(Path file) throws IOException {
        if (!isPosix(file)) {
            return;
        }
        try {
            var owner = PosixFilePermissions.fromString("rw-------");
            if (!Files.getPosixFilePermissions(file).equals(owner)) {
                Files.setPosixFilePermissions(file, owner);
            }
        } catch (NoSuchFileException e) {
            throw e;
        } catch (FileSystemException e) {
            throw new IOException("others may read " + file + ", and this process may not forbid it", e);
        }
    }

    private static FileAttribute<?>[] only(Path place, String permissions) {
        return isPosix(place)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}

package ai.jiga.store.app;

import ai.jiga.store.app.settings.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;

/// 32 random bytes in a file that its owner alone can read, made on first use.
final class SecretFile {
    private static final int BYTES = 32;

    private SecretFile() {}

    static byte[] of(Path file) {
        try {
            if (Files.exists(file)) {
                return Files.readAllBytes(file);
            }
            byte[] secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
            Files.createDirectories(file.getParent());
            Path beside = Files.createTempFile(file.getParent(), "secret", ".new", OwnerOnly.file(file));
            Files.write(beside, secret);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException("the secret in " + file + " cannot be read or made", e);
        }
    }
}

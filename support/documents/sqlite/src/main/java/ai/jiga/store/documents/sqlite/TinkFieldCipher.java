package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.FieldCipher;
import ai.jiga.store.documents.UnreadableFieldException;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/// Seals fields with AES-256-GCM by Google Tink. A sealed text begins with the id of its key, is bound to
/// the document's path and field, and is written in base64.
///
/// The keys lie in a file that only its owner reads (mode 0600): they guard what the database file and its
/// copies hold, not against somebody who can read the whole folder. After [#rotate()] new texts are sealed
/// under a new key and old ones stay readable; they move to the new key when they are next written.
///
/// See [Tink's keyset format](https://developers.google.com/tink/design/keysets).
public final class TinkFieldCipher implements FieldCipher {
    private final Path file;
    private volatile Keys keys;

    private record Keys(KeysetHandle handle, Aead aead) {}

    private TinkFieldCipher(Path file, KeysetHandle handle) throws GeneralSecurityException {
        this.file = file;
        keys = keys(handle);
    }

    /// Reads the key file, making it with a first key when it is absent.
    ///
    /// @throws IllegalStateException when it is not a key file
    public static TinkFieldCipher open(Path file) {
        try {
            AeadConfig.register();
            if (Files.exists(file)) {
                String json = Files.readString(file, StandardCharsets.UTF_8);
                return new TinkFieldCipher(
                        file, TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get()));
            }
            var cipher = new TinkFieldCipher(file, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
            cipher.save(cipher.keys.handle());
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The key file " + file + " cannot be read as one. Put it back from a backup.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + file + " cannot be read or written", e);
        }
    }

    /// Adds a key, writes the file, then seals with the new key.
    public synchronized void rotate() {
        try {
            KeysetHandle more = KeysetHandle.newBuilder(keys.handle())
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
            save(more);
            keys = keys(more);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key could not be made", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + file + " cannot be written", e);
        }
    }

    /// The id of the key that seals now; each sealed text names its own.
    public int keyId() {
        return keys.handle().getPrimary().getId();
    }

    /// The id of the oldest key: it names the key file, whatever keys were added since.
    public int firstKeyId() {
        return keys.handle().getAt(0).getId();
    }

    private static Keys keys(KeysetHandle handle) throws GeneralSecurityException {
        return new Keys(handle, handle.getPrimitive(RegistryConfiguration.get(), Aead.class));
    }

    private void save(KeysetHandle handle) throws GeneralSecurityException, IOException {
        String json = TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
        DataFolder.replace(file, json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String encrypt(String plaintext, String place) {
        try {
            byte[] sealed = keys.aead().encrypt(bytes(plaintext), bytes(place));
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    @Override
    public String decrypt(String ciphertext, String place) {
        try {
            byte[] plain = keys.aead().decrypt(Base64.getDecoder().decode(ciphertext), bytes(place));
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnreadableFieldException("the encrypted field at " + place + " cannot be read", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

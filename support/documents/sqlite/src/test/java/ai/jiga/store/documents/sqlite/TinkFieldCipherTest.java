package ai.jiga.store.documents.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.UnreadableFieldException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sealed fields, their keys and the file of these.
class TinkFieldCipherTest {
    private static final String PLACE = "payment_methods/p#token";

    @TempDir
    Path folder;

    @Test
    void aTextComesBackInItsPlaceOnly() {
        var cipher = TinkFieldCipher.open(folder.resolve("key"));
        String sealed = cipher.encrypt("4242 é😀", PLACE);
        assertThat(sealed).doesNotContain("4242");
        assertThat(cipher.encrypt("4242 é😀", PLACE)).isNotEqualTo(sealed);
        assertThat(cipher.decrypt(sealed, PLACE)).isEqualTo("4242 é😀");
        assertThatThrownBy(() -> cipher.decrypt(sealed, "payment_methods/q#token"))
                .isInstanceOf(UnreadableFieldException.class);
    }

    @Test
    void aChangedTextIsNotRead() {
        var cipher = TinkFieldCipher.open(folder.resolve("key"));
        byte[] sealed = Base64.getDecoder().decode(cipher.encrypt("4242", PLACE));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> cipher.decrypt(Base64.getEncoder().encodeToString(changed), PLACE))
                    .isInstanceOf(UnreadableFieldException.class);
        }
        assertThatThrownBy(() -> cipher.decrypt("not base64!", PLACE)).isInstanceOf(UnreadableFieldException.class);
    }

    @Test
    void afterARotationOldTextsAreReadAndNewOnesCarryTheNewKey() {
        var cipher = TinkFieldCipher.open(folder.resolve("key"));
        String before = cipher.encrypt("old", PLACE);
        int first = cipher.keyId();
        cipher.rotate();
        String after = cipher.encrypt("new", PLACE);
        assertThat(cipher.keyId()).isNotEqualTo(first);
        var again = TinkFieldCipher.open(folder.resolve("key"));
        assertThat(again.keyId()).isEqualTo(cipher.keyId());
        assertThat(again.decrypt(before, PLACE)).isEqualTo("old");
        assertThat(again.decrypt(after, PLACE)).isEqualTo("new");
        assertThat(keyIdOf(before)).isEqualTo(first);
        assertThat(keyIdOf(after)).isEqualTo(cipher.keyId());
    }

    private static int keyIdOf(String sealed) {
        return java.nio.ByteBuffer.wrap(Base64.getDecoder().decode(sealed)).getInt(1);
    }

    @Test
    void theKeyFileIsItsOwnersAndAnotherFileIsRefused() throws IOException {
        Path file = folder.resolve("key");
        TinkFieldCipher.open(file).rotate();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> TinkFieldCipher.open(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Put it back from a backup");
    }
}

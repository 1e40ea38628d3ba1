package ai.jiga.store.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
    @TempDir
    Path folder;

    @Test
    void keysAreMadeOnFirstUseAndFoundAgain() {
        SigningKeys made = SigningKeys.open(folder.resolve("keys"), InstantSource.system());

        assertThat(SigningKeys.open(folder.resolve("keys"), InstantSource.system())
                        .keyId())
                .isEqualTo(made.keyId());
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws Exception {
        SigningKeys.open(folder.resolve("keys"), InstantSource.system());
        Path file = folder.resolve("keys/signing-keys.json");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aFileThatOthersMayReadIsClosedAtTheNextStart() throws Exception {
        SigningKeys.open(folder, InstantSource.system());
        Path file = folder.resolve("signing-keys.json");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        SigningKeys.open(folder, InstantSource.system());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void thePublishedSetHasPublicHalvesOnlyNamedByTheirThumbprint() throws Exception {
        SigningKeys keys = SigningKeys.open(folder, InstantSource.system());
        keys.rotate();

        String json = new ObjectMapper().writeValueAsString(keys.jwks());

        assertThat(json).doesNotContain("\"d\"");
        var set = JWKSet.parse(json).getKeys();
        assertThat(set).hasSize(2);
        for (var key : set) {
            assertThat(((ECKey) key).computeThumbprint().toString()).isEqualTo(key.getKeyID());
        }
        var first = new ObjectMapper().readTree(json).path("keys").path(0);
        assertThat(first.properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("kty", "use", "crv", "kid", "x", "y", "alg", "iat");
        assertThat(first.path("kid").textValue()).isEqualTo(keys.keyId());
    }

    @Test
    void afterARotationTheNewKeySignsAndTheOldOneStillVerifies() {
        SigningKeys keys = SigningKeys.open(folder, InstantSource.system());
        var before = new Signer(keys).sign("receipt+jws", "{\"n\":1}");
        keys.rotate();
        SigningKeys reopened = SigningKeys.open(folder, InstantSource.system());
        var after = new Signer(reopened).sign("receipt+jws", "{\"n\":2}");

        assertThat(after.keyId()).isNotEqualTo(before.keyId()).isEqualTo(keys.keyId());
        var verifier = new SignatureVerifier(reopened.jwks());
        assertThat(verifier.verify("receipt+jws", before.jws())).contains("{\"n\":1}");
        assertThat(verifier.verify("receipt+jws", after.jws())).contains("{\"n\":2}");
    }

    @Test
    void aKeyIsReplacedWhenItIsOldEnoughAlsoAfterARestart() {
        Instant made = Instant.parse("2026-06-01T12:00:00Z");
        var now = new AtomicReference<>(made);
        SigningKeys keys = SigningKeys.open(folder, now::get);
        String first = keys.keyId();

        now.set(made.plus(Duration.ofDays(90)).minusSeconds(1));
        assertThat(SigningKeys.open(folder, now::get).rotateAfter(Duration.ofDays(90)))
                .isFalse();
        now.set(made.plus(Duration.ofDays(90)));
        SigningKeys reopened = SigningKeys.open(folder, now::get);
        assertThat(reopened.rotateAfter(Duration.ofDays(90))).isTrue();
        assertThat(reopened.rotateAfter(Duration.ofDays(90))).isFalse();
        assertThat(reopened.keyId()).isNotEqualTo(first);
        assertThat(reopened.find(first)).isPresent();
    }

    @Test
    void ofAnOlderKeyTheFileKeepsThePublicHalfOnly() throws Exception {
        SigningKeys keys = SigningKeys.open(folder, InstantSource.system());
        keys.rotate();

        var stored = JWKSet.parse(Files.readString(folder.resolve("signing-keys.json")))
                .getKeys();

        assertThat(stored).hasSize(2);
        assertThat(stored.getFirst().isPrivate()).isTrue();
        assertThat(stored.getLast().isPrivate()).isFalse();
    }

    @Test
    void aDamagedFileIsRefusedInsteadOfReplaced() throws Exception {
        SigningKeys.open(folder, InstantSource.system());
        Path file = folder.resolve("signing-keys.json");
        String half = Files.readString(file).substring(0, 60);
        Files.writeString(file, half);

        assertThatThrownBy(() -> SigningKeys.open(folder, InstantSource.system()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Restore it from a backup");
        assertThat(Files.readString(file)).isEqualTo(half);
    }

    @Test
    void aFileWithoutItsPrivateKeyIsRefused() throws Exception {
        SigningKeys keys = SigningKeys.open(folder, InstantSource.system());
        Files.writeString(folder.resolve("signing-keys.json"), new ObjectMapper().writeValueAsString(keys.jwks()));

        assertThatThrownBy(() -> SigningKeys.open(folder, InstantSource.system()))
                .isInstanceOf(IllegalStateException.class);
    }
}

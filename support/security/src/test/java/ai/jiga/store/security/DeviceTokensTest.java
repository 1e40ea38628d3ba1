package ai.jiga.store.security;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.Admission;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceTokensTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

    @TempDir
    Path folder;

    private SigningKeys keys;
    private DeviceTokens tokens;

    @BeforeEach
    void open() {
        keys = SigningKeys.open(folder, now::get);
        tokens = new DeviceTokens(keys, now::get);
    }

    @Test
    void aDeviceIsKnownByItsTokenForAYearAndAMonthAlsoUnderANewerKey() {
        Device device = DeviceTokens.unknown().withUser("ann");
        String token = tokens.issue(device);
        keys.rotate();

        now.set(NOON.plus(Duration.ofDays(400)).minusSeconds(1));
        assertThat(tokens.verify(token)).contains(device);
        now.set(NOON.plus(Duration.ofDays(400)));
        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void aDeviceRemembersTheLastFiveWhoSignedInOnIt() {
        Device device = DeviceTokens.unknown();
        for (String user : List.of("a", "b", "c", "a", "d", "e", "f")) {
            device = device.withUser(user);
        }

        assertThat(device.users()).containsExactly("f", "e", "d", "a", "c");
        assertThat(device.isKnownTo("a")).isTrue();
        assertThat(device.isKnownTo("b")).isFalse();
    }

    @Test
    void evenTheLongestTokenFitsIntoACookie() {
        Device device = DeviceTokens.unknown();
        for (int i = 0; i < 9; i++) {
            device = device.withUser("x-" + OpaqueTokens.hash("user " + i));
        }

        String token = tokens.issue(device);

        assertThat(tokens.verify(token)).contains(device);
        assertThat(token).hasSizeLessThan(2048).matches("[A-Za-z0-9_.-]+");
    }

    @Test
    void whatSomebodyElseWroteIsNoDevice() {
        String token = tokens.issue(DeviceTokens.unknown().withUser("ann"));
        String[] parts = token.split("\\.");
        String others = new DeviceTokens(SigningKeys.open(folder.resolve("others"), now::get), now::get)
                .issue(DeviceTokens.unknown());

        for (String forged : List.of(
                "",
                "x",
                "..",
                token + "x",
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[0] + "." + parts[2],
                others,
                UUID.randomUUID().toString())) {
            assertThat(tokens.verify(forged)).as(forged).isEmpty();
        }
        assertThat(tokens.verify(null)).isEmpty();
        assertThat(tokens.verify(token)).isPresent();
    }

    @Test
    void anAccessTokenIsNoDeviceAndADeviceOpensNothing() {
        var access = new AccessTokens(keys, "https://store.example", "jiga-store", now::get);
        String accessToken = access.issue("ann", "admin", new Admission.SignedIn("s1", 1), NOON);
        var signer = new Signer(keys);

        assertThat(tokens.verify(accessToken)).isEmpty();
        assertThat(access.verify(tokens.issue(DeviceTokens.unknown().withUser("ann"))))
                .isEmpty();
        assertThat(tokens.verify(signer.sign("device+jws", "{}").jws())).isEmpty();
        assertThat(tokens.verify(signer.sign("device+jws", "[]").jws())).isEmpty();
    }
}

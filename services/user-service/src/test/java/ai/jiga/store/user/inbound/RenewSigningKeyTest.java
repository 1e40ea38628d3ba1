package ai.jiga.store.user.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.security.SigningKeys;
import ai.jiga.store.testing.TestProcess;
import ai.jiga.store.user.model.UserCollections;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewSigningKeyTest {
    @TempDir
    Path folder;

    @Test
    void aKeyIsRenewedAfterNinetyDaysInAProcessThatNeverStops() {
        try (var process = TestProcess.with(UserCollections.SCHEMA)) {
            SigningKeys keys = SigningKeys.open(folder, process.clock());
            var renewal = new RenewSigningKey(
                    keys, process.store(), process.foundation().tasks(), process.clock());
            process.start(List.of(), List.of(renewal));
            renewal.start();
            String first = keys.keyId();

            for (int day = 1; day < 90; day++) {
                process.advance(Duration.ofDays(1));
            }
            assertThat(keys.keyId()).isEqualTo(first);

            process.advance(Duration.ofDays(1));
            assertThat(keys.keyId()).isNotEqualTo(first);
        }
    }

    @Test
    void aStoreThatWasClosedForLongRenewsItsKeyAtTheStart() {
        try (var process = TestProcess.with(UserCollections.SCHEMA)) {
            String first = SigningKeys.open(folder, process.clock()).keyId();
            process.clock().advance(RenewSigningKey.KEY_LIFETIME);
            SigningKeys keys = SigningKeys.open(folder, process.clock());

            new RenewSigningKey(keys, process.store(), process.foundation().tasks(), process.clock()).start();

            assertThat(keys.keyId()).isNotEqualTo(first);
        }
    }
}

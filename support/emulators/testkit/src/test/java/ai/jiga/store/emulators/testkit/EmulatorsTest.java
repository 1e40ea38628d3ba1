package ai.jiga.store.emulators.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.emulators.CloudSdk;
import ai.jiga.store.emulators.FirebaseAuthEmulator;
import ai.jiga.store.emulators.FirebaseTools;
import ai.jiga.store.emulators.FirestoreEmulator;
import ai.jiga.store.emulators.MissingToolException;
import ai.jiga.store.emulators.RedisProcess;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmulatorsTest {
    @Test
    void theEmulatorsOfThisJvmListen() throws Exception {
        for (String host : new String[] {Emulators.firestore(), Emulators.pubSub()}) {
            URI at = URI.create("tcp://" + host);
            try (var socket = new Socket(at.getHost(), at.getPort())) {
                assertThat(socket.isConnected()).isTrue();
            }
        }
    }

    @Test
    void whatIsNotInstalledIsNamedWithTheCommandThatInstallsIt() {
        var elsewhere = new CloudSdk(Map.of("CLOUDSDK_ROOT_DIR", "/nowhere"));
        assertThatThrownBy(() -> FirestoreEmulator.start(elsewhere, 0, Optional.empty()))
                .isInstanceOf(MissingToolException.class)
                .hasMessageContaining("gcloud components install cloud-firestore-emulator")
                .hasMessageContaining("apt-get install google-cloud-cli-firestore-emulator");
    }

    @Test
    void withoutNodeItIsSaidWhatToInstall() {
        var nowhere = new FirebaseTools(Map.of("PATH", "/nowhere"), Path.of("/nowhere"));
        assertThatThrownBy(() -> FirebaseAuthEmulator.start(nowhere, 0))
                .isInstanceOf(MissingToolException.class)
                .hasMessageContaining("apt-get install nodejs npm");
    }

    @Test
    void theLockFileOfFirebaseToolsNamesNoRegistry() throws Exception {
        try (var lock = FirebaseTools.class.getResourceAsStream("firebase/package-lock.json")) {
            assertThat(lock).isNotNull();
            assertThat(new String(lock.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"node_modules/firebase-tools\"")
                    .doesNotContain("\"resolved\"");
        }
    }

    @Test
    void redisGoesAndComesBackOnTheSamePort() throws Exception {
        try (var redis = RedisProcess.start()) {
            assertThat(ping(redis)).isEqualTo("+PONG");
            redis.stop();
            assertThatThrownBy(() -> ping(redis)).isInstanceOf(java.io.IOException.class);
            redis.startAgain();
            assertThat(ping(redis)).isEqualTo("+PONG");
        }
    }

    private static String ping(RedisProcess redis) throws java.io.IOException {
        URI at = URI.create(redis.url());
        try (var socket = new Socket(at.getHost(), at.getPort())) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
        }
    }
}

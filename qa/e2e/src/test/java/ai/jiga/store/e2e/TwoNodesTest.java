package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Two processes on one store, which needs an engine that both reach.
@Isolated
class TwoNodesTest {
    /// What a node must have from another.
    private static final List<String> KEYS = List.of("fields.key", "signing-keys.json", "cursors.key");

    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    @TempDir
    Path room;

    private StoreProcess start(String name, Map<String, String> engines, Map<String, String> settings)
            throws IOException, InterruptedException {
        var environment = new HashMap<>(engines);
        environment.putAll(settings);
        return StoreProcess.start(room.resolve(name), environment);
    }

    @Test
    void whoSignsOutAtOneNodeIsOutAtTheOther() throws Exception {
        Map<String, String> engines = Engines.CLOUD.environment();
        int port = freePort();
        try (StoreProcess first = start("first", engines, Map.of())) {
            Files.createDirectories(room.resolve("second"));
            for (String key : KEYS) {
                Files.copy(first.data().resolve(key), room.resolve("second").resolve(key));
            }
            Map<String, String> asTheFirst = Map.of(
                    "JIGA_PORT",
                    String.valueOf(port),
                    "JIGA_PUBLIC_URL",
                    first.url().toString());
            try (StoreProcess second = start("second", engines, asTheFirst)) {
                Client here = new Client(first.url());
                Client there = new Client(URI.create("http://localhost:" + port));
                assertThat(second.url()).isEqualTo(first.url());
                Person player = Person.register(here);
                Answer signIn = here.post("/auth/login", Map.of("email", player.email(), "password", Person.PASSWORD))
                        .is(200);
                Client signedIn = there.as(signIn.text("/accessToken"));
                signedIn.get("/auth/user").is(200);

                here.post("/auth/logout", Map.of("refreshToken", signIn.text("/refreshToken")))
                        .is(204);

                here.as(signIn.text("/accessToken")).get("/auth/user").isProblem(401, "INVALID_TOKEN");
                long out = System.nanoTime();
                Eventually.see(() -> signedIn.get("/auth/user"), answer -> answer.status() == 401)
                        .isProblem(401, "INVALID_TOKEN");
                assertThat(Duration.ofNanos(System.nanoTime() - out)).isLessThan(A_MOMENT);
                there.as(String.valueOf(player.client().token()))
                        .get("/auth/user")
                        .is(200);
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.StoreProcess.Ended;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a store listens, where its data lie, and who can find out.
class StartingTest {
    private static final int CONFIGURATION = 78;

    private final Path room;
    private final Path data;

    StartingTest(@TempDir Path room) {
        this.room = room;
        data = room.resolve("data");
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @Test
    void aTakenPortIsSaidBeforeAnythingIsWritten() throws Exception {
        try (ServerSocket taken = listening()) {
            String port = Integer.toString(taken.getLocalPort());

            Ended refused = StoreProcess.run(data, Map.of("JIGA_PORT", port));

            assertThat(refused.exitCode()).isEqualTo(CONFIGURATION);
            assertThat(refused.said().lines())
                    .singleElement()
                    .asString()
                    .contains("port " + port, "another program", "--port");
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void aPortThatIsTakenWhileTheStoreStartsIsSaidInTheSameWords() throws Exception {
        int port;
        try (ServerSocket free = listening()) {
            port = free.getLocalPort();
        }
        try (var late = new ServerSocket()) {
            // Not on the common pool: it has one thread where there are two cores, and the JDK's HTTP client opens
            // WebSockets there, which would wait for as long as this store lives.
            var start = new FutureTask<>(() -> StoreProcess.run(data, Map.of("JIGA_PORT", Integer.toString(port))));
            Thread.ofVirtual().start(start);
            // The store has asked for the port by now, and seeds its data before it takes it.
            Eventually.see(() -> Files.exists(data.resolve("store.lock")), there -> there);
            bind(late, port);

            Ended refused = start.get(120, TimeUnit.SECONDS);

            assertThat(refused.exitCode()).as(refused.said()).isEqualTo(CONFIGURATION);
            assertThat(refused.said())
                    .contains("cannot listen on port " + port, "another program")
                    .doesNotContain("\tat ", "Exception");
        }
    }

    private static void bind(ServerSocket socket, int port) throws IOException {
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (BindException e) {
            throw new AssertionError("the store took its port before it had seeded its data", e);
        }
    }

    @Test
    void aDataFolderAndABackupMayHaveAnyName() throws Exception {
        Path odd = room.resolve("caf\u00e9 ${HOME} 'n' \"\u4e16\u754c\"?#%41");
        Map<String, String> unicode = Map.of("LC_ALL", "C.UTF-8");
        try (StoreProcess store = StoreProcess.start(odd, unicode)) {
            new Client(store.url()).get("/marketplace").is(200);
            Ended backedUp = StoreProcess.run(
                    odd, unicode, "backup", room.resolve("r\u00e9serve ?").toString());
            assertThat(backedUp.exitCode()).as(backedUp.said()).isZero();
            assertThat(store.stop(Duration.ofSeconds(10))).isIn(0, 143);
        }
        assertThat(odd.resolve("store.db")).isRegularFile();
        assertThat(odd.resolve("signing-keys.json")).isRegularFile();
        try (var beside = Files.list(room)) {
            assertThat(beside.filter(Files::isDirectory)
                            .map(path -> path.getFileName().toString())
                            .filter(name -> !name.endsWith(".tmp")))
                    .containsExactly(odd.getFileName().toString());
        }
    }

    @Test
    void aFolderInLettersThatTheLocaleLacksIsASentence() throws Exception {
        var builder = new ProcessBuilder(
                "env",
                "-i",
                "LC_ALL=C",
                "bash",
                "-c",
                // The letters are made by the shell, so that the locale of the tests has no say.
                "JIGA_DATA=$1/$(printf 'caf\\303\\251') exec \"$2\" -jar \"$3\"",
                "bash",
                room.toString(),
                StoreProcess.java(),
                StoreProcess.jar().toString());

        Ended refused = StoreProcess.run(builder);

        assertThat(refused.exitCode()).as(refused.said()).isEqualTo(CONFIGURATION);
        assertThat(refused.said()).contains("/caf??'", "LC_ALL=C.UTF-8").doesNotContain("\tat ", "Exception");
    }

    @Test
    void doctorTellsOfTheRunningStoreFromAnyShell() throws Exception {
        int port;
        try (StoreProcess store = StoreProcess.start(data, Map.of("JIGA_SESSIONS_PER_PLAYER", "2"))) {
            port = store.url().getPort();

            Ended told = StoreProcess.run(
                    data,
                    Map.of("JIGA_PORT", "1", "JIGA_PAYMENTS", "none", "REDIS_URL", "redis://127.0.0.1:1"),
                    "doctor");

            assertThat(told.exitCode()).as(told.said()).isZero();
            assertThat(told.said())
                    .contains("A store runs on " + data, "process " + store.pid(), "port " + port, "It is ready.")
                    .contains("sandbox", "Caffeine", "operator")
                    .doesNotContain("Redis", StoreProcess.PASSWORD);
            store.kill();
        }
        Ended told = StoreProcess.run(data, Map.of("JIGA_PORT", "0"), "doctor");
        assertThat(told.exitCode()).as(told.said()).isZero();
        assertThat(told.said())
                .contains("No store runs on " + data, "ended without a word")
                .doesNotContain("port " + port, "It is ready.");
        try (StoreProcess again = StoreProcess.start(data)) {
            assertThat(again.stop(Duration.ofSeconds(10))).isIn(0, 143);
        }
        assertThat(data.resolve("running.json")).doesNotExist();
    }
}

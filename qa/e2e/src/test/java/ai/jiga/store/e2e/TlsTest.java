package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Person.Hire;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A store whose operator has given it a certificate, without a proxy in front.
class TlsTest {
    private static final String PASSWORD = "certificate";

    @Test
    void theSameRulesHoldWhereTheStoreSpeaksTlsByItself(@TempDir Path room) throws Exception {
        Path certificate = certificate(room);
        SSLContext trusting = trusting(certificate);
        int port = freePort();
        var environment = Map.of(
                "QUARKUS_HTTP_SSL_PORT", Integer.toString(port),
                "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_FILE", certificate.toString(),
                "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_PASSWORD", PASSWORD);
        try (StoreProcess store = StoreProcess.start(room.resolve("data"), environment);
                HttpClient client = HttpClient.newBuilder().sslContext(trusting).build()) {
            theRequestCameByTls(client, port);
            whatMayBeReadInTwoWaysIsRefusedAndTheLineClosed(trusting, port);
            aSessionsLineIsClosedWithTheWordOfItsProtocol(client, port, Person.withSilver(new Client(store.url())));
        }
    }

    private static void theRequestCameByTls(HttpClient client, int port) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/health"))
                .build();

        var answer = client.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    private static void whatMayBeReadInTwoWaysIsRefusedAndTheLineClosed(SSLContext trusting, int port)
            throws Exception {
        try (var socket = trusting.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(
                            ("POST /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked"
                                            + "\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));

            assertThat(toItsEnd(socket.getInputStream()))
                    .startsWith("HTTP/1.1 400 ")
                    .doesNotContain("HTTP/1.1 200 ");
        }
    }

    private static String toItsEnd(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void aSessionsLineIsClosedWithTheWordOfItsProtocol(HttpClient client, int port, Person player)
            throws Exception {
        Hire hire = player.hires(Variant.SCOUT, 5_000);
        var ear = new Ear();
        WebSocket line = client.newWebSocketBuilder()
                .header("Authorization", "Bearer " + player.client().token())
                .buildAsync(URI.create("wss://localhost:" + port + "/ws/session/" + hire.session()), ear)
                .get(30, TimeUnit.SECONDS);
        assertThat(ear.heard.poll(30, TimeUnit.SECONDS)).contains("session_started");

        line.sendBinary(ByteBuffer.allocate(3), true);

        assertThat(ear.closed.get(30, TimeUnit.SECONDS)).isEqualTo(1003);
    }

    private static final class Ear implements WebSocket.Listener {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            heard.add(part.toString());
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.completeExceptionally(error);
        }
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static Path certificate(Path room) throws Exception {
        Path file = room.resolve("certificate.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var made = StoreProcess.run(new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "store",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD));
        assertThat(made.exitCode()).as(made.said()).isZero();
        return file;
    }

    private static SSLContext trusting(Path certificate) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(certificate)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("store", store.getCertificate("store"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}

package ai.jiga.store.mail.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.mail.MailRefusedException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpMailTest {
    private final GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        mailServer.start();
        mailServer.getUserManager().setAuthRequired(false);
    }

    @AfterEach
    void stop() {
        mailServer.stop();
    }

    private SmtpMail sender(String login) {
        return SmtpMail.to(
                SmtpServer.parse(
                        "smtp://" + login + "127.0.0.1:" + mailServer.getSmtp().getPort()),
                Letters.FROM);
    }

    @Test
    void aLetterArrivesAsItWasWritten() throws Exception {
        sender("").send(Letters.to("ana@store.example"));

        MimeMessage arrived = mailServer.getReceivedMessages()[0];
        assertThat(arrived.getSubject()).isEqualTo(Letters.to("").subject());
        assertThat(String.valueOf(arrived.getContent()).replace("\r\n", "\n").strip())
                .isEqualTo(Letters.to("").text().strip());
        assertThat(arrived.getFrom()[0]).hasToString(Letters.FROM);
        assertThat(arrived.getMessageID()).isEqualTo("<letter-1@store.example>");
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void theServerIsGivenTheNameAndThePasswordThatItAsksFor() {
        mailServer.getUserManager().setAuthRequired(true);
        GreenMailUser store = mailServer.setUser("no-reply@store.example", "jiga", "p:ss w%rd");

        SmtpMail sender = sender(store.getLogin() + ":p%3Ass%20w%25rd@");
        sender.send(Letters.to("ana@store.example"));

        assertThat(mailServer.getReceivedMessages()).hasSize(1);
        assertThat(sender.trouble()).isEmpty();
    }

    @Test
    void aServerThatIsAwayIsTroubleUntilItIsBack() throws Exception {
        SmtpMail sender = sender("");
        int port = mailServer.getSmtp().getPort();
        mailServer.stop();

        assertThatThrownBy(() -> sender.send(Letters.to("ana@store.example")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(sender.trouble())
                .hasValueSatisfying(words -> assertThat(words).contains("127.0.0.1:" + port));
    }

    @Test
    void anAddressThatIsRefusedForGoodIsNotTriedAgain() throws Exception {
        try (var refusing = new RefusingServer("550 no such user here")) {
            SmtpMail sender = SmtpMail.to(SmtpServer.parse(refusing.url()), Letters.FROM);

            assertThatExceptionOfType(MailRefusedException.class)
                    .isThrownBy(() -> sender.send(Letters.to("nobody@store.example")))
                    .withMessageContaining("550")
                    .withMessageNotContaining("nobody@");
            assertThat(sender.trouble()).isEmpty();
        }
    }

    @Test
    void anAddressThatIsRefusedForNowIsTriedAgain() throws Exception {
        try (var busy = new RefusingServer("451 come back later")) {
            SmtpMail sender = SmtpMail.to(SmtpServer.parse(busy.url()), Letters.FROM);

            assertThatThrownBy(() -> sender.send(Letters.to("ana@store.example")))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    /// Says this to every recipient.
    private static final class RefusingServer implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final CountDownLatch over = new CountDownLatch(1);

        RefusingServer(String answer) throws IOException {
            Thread.ofVirtual().start(() -> {
                try (Socket client = socket.accept();
                        InputStream in = client.getInputStream();
                        OutputStream out = client.getOutputStream()) {
                    say(out, "220 ready");
                    var line = new StringBuilder();
                    for (int next = in.read(); next >= 0; next = in.read()) {
                        line.append((char) next);
                        if (next == '\n') {
                            say(out, line.toString().startsWith("RCPT") ? answer : "250 fine");
                            line.setLength(0);
                        }
                    }
                } catch (IOException gone) {
                    // The client has what it came for.
                } finally {
                    over.countDown();
                }
            });
        }

        private static void say(OutputStream out, String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        String url() {
            return "smtp://127.0.0.1:" + socket.getLocalPort();
        }

        @Override
        public void close() throws IOException, InterruptedException {
            socket.close();
            over.await();
        }
    }
}

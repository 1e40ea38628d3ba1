package ai.jiga.store.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoTest {
    private static final Pace HURRIED = new Pace(
            Duration.ofMillis(300),
            Duration.ofMillis(800),
            Duration.ofSeconds(10),
            Duration.ofMillis(1_500),
            Duration.ofMillis(1_500));

    private record Run(int exitCode, String said) {}

    private static Run against(String url) {
        var out = new ByteArrayOutputStream();
        var options = new Options(
                URI.create(url), HURRIED, false, Optional.of(new Options.Operator("operator@example.com", "secret")));
        var exitCode = Demo.play(options, new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void anHonestStorePasses() throws IOException {
        try (var store = new PretendStore(Flaw.NONE)) {
            var run = against(store.url());

            assertThat(run.exitCode()).as(run.said()).isZero();
            assertThat(run.said())
                    .contains("350,000 DOF", "5,600 DOF", "held once", "not charged twice", "stands still")
                    .contains("history adds up", "All accounts together: 0 in every asset", "no difference");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Flaw.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everyFlawOfAStoreIsNoticed(Flaw flaw) throws IOException {
        try (var store = new PretendStore(flaw)) {
            var run = against(store.url());

            assertThat(run.exitCode()).as(run.said()).isEqualTo(1);
            assertThat(run.said()).doesNotContain("no difference", "stumbled", "\tat ");
            assertThat(run.said().strip().lines().toList().getLast())
                    .contains(flaw.noticedAs())
                    .endsWith(".");
        }
    }

    @Test
    void withoutAStoreOneSentenceSaysHowToStartIt() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        var run = against("http://localhost:" + free);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.said()).contains("./jiga up");
    }

    @Test
    void aCommandLineThatMakesNoSenseSaysSo() {
        var out = new ByteArrayOutputStream();
        var exitCode = Demo.run(new String[] {"--speed"}, Map.of(), new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(exitCode).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--speed", "--help");
    }
}

package ai.jiga.store.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ListenAddressTest {
    @Test
    void aFreePortIsNoTrouble() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(new ListenAddress("127.0.0.1", port).trouble()).isEmpty();
    }

    @Test
    void aTakenPortIsNamedWithWhatToDo() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new ListenAddress("127.0.0.1", socket.getLocalPort()).trouble())
                    .hasValueSatisfying(words -> assertThat(words)
                            .contains("port " + socket.getLocalPort(), "another program", "--port", "JIGA_PORT"));
        }
    }

    @Test
    void anAddressThatIsNotOfThisMachineIsNamed() {
        // Of the block for documentation, which no machine has.
        assertThat(new ListenAddress("192.0.2.1", 4_000).trouble())
                .hasValueSatisfying(words -> assertThat(words).contains("'192.0.2.1'", "JIGA_HOST"));
        assertThat(new ListenAddress("no.such.host.invalid", 4_000).trouble())
                .hasValueSatisfying(words -> assertThat(words).contains("'no.such.host.invalid'", "JIGA_HOST"));
    }
}

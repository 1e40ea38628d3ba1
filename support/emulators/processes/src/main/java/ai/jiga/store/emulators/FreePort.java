package ai.jiga.store.emulators;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// A port of the loopback interface that nobody has, below those that the system gives away by itself
/// (32,768 and more on Linux). It gives those to whoever asks for any port, such as the second server that
/// the Firestore emulator opens before its first one, and to connections: while a server is away, a client
/// that tries its port again and again could be given the same one, and would hold it, connected to itself.
final class FreePort {
    private static final int LEAST = 15_000;
    private static final int MOST = 32_000;
    private static final int ATTEMPTS = 100;

    private FreePort() {}

    static int find() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LEAST, MOST);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // The next.
            }
        }
        throw new IllegalStateException("no port from " + LEAST + " to " + MOST + " is free on this machine");
    }
}

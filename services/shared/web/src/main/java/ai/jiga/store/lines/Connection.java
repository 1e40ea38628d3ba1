package ai.jiga.store.lines;

import java.time.Instant;

/// One client's line, as whoever answers it sees it. Thread-safe; sending never blocks and never fails: what
/// happens to a line that is gone, or too slow to take what it is sent, is that it is reported lost.
public interface Connection {
    /// @param frames whole ones, JSON in UTF-8; they leave together
    void send(byte[]... frames);

    /// Asks for a sign of life.
    void ping();

    /// When the client last said anything, a pong included.
    Instant lastHeard();

    /// Whether what its client was let in by is over.
    boolean isSignedOut();

    /// A frame of this client has been dealt with: it may send more.
    void taken();

    /// @param code as in RFC 6455, 7.4
    void close(int code, String reason);
}

package ai.jiga.store.gateway.netty;

import java.time.Duration;

/// How long the wire waits for a client. What a client sends in a moment is not touched by any of these.
///
/// @param firstByte for anything on a new connection
/// @param idle between requests; longer than the ten minutes for which load balancers keep a connection
/// @param head from its first byte to its last
/// @param body for [#LEAST_BODY_BYTES] more of a body, or its end
/// @param answer for [#LEAST_ANSWER_BYTES] more of an answer to be taken, or its end
/// @param halfHeads how many heads of all connections may be on their way; the eldest gives way
public record WireLimits(
        Duration firstByte, Duration idle, Duration head, Duration body, Duration answer, int halfHeads) {
    /// Some 13 kbit/s: slower than any line that plays.
    static final long LEAST_BODY_BYTES = 16 << 10;

    static final long LEAST_ANSWER_BYTES = 16 << 10;
}

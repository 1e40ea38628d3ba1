package ai.jiga.store.lines;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/// A line over a WebSocket. A client that sends faster than it is answered is not read from for a while; one
/// that does not take what it is sent is closed.
final class SocketConnection implements Connection {
    private static final long MOST_UNSENT_BYTES = 1 << 20;
    private static final int MOST_UNANSWERED = 64;
    private static final int FEW_UNANSWERED = 16;
    private static final short TOO_SLOW = 1008;

    private final ServerWebSocket socket;
    private final InstantSource clock;
    private final BooleanSupplier signedOut;
    private final AtomicLong unsent = new AtomicLong();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicBoolean givenUp = new AtomicBoolean();
    private volatile Instant lastHeard;
    private volatile boolean paused;
    private volatile Runnable lost = () -> {};

    SocketConnection(ServerWebSocket socket, InstantSource clock, BooleanSupplier signedOut) {
        this.socket = socket;
        this.clock = clock;
        this.signedOut = signedOut;
        this.lastHeard = clock.instant();
    }

    /// @param told at once when the line is given up here: its goodbye waits behind all that was not taken, and what
    ///     goes on until the client reads it would go on at the client's expense
    void whenGivenUp(Runnable told) {
        lost = told;
    }

    void heard() {
        lastHeard = clock.instant();
    }

    /// A frame came.
    ///
    /// @return whether it is to be answered
    boolean received() {
        if (givenUp.get()) {
            return false;
        }
        heard();
        if (unanswered.incrementAndGet() == MOST_UNANSWERED) {
            paused = true;
            socket.pause();
            if (unanswered.get() <= FEW_UNANSWERED) {
                resume();
            }
        }
        return true;
    }

    @Override
    public boolean isSignedOut() {
        return signedOut.getAsBoolean();
    }

    @Override
    public void taken() {
        if (unanswered.decrementAndGet() == FEW_UNANSWERED && paused) {
            resume();
        }
    }

    private void resume() {
        heard();
        paused = false;
        socket.resume();
    }

    @Override
    public void send(String frame) {
        if (socket.isClosed() || givenUp.get()) {
            return;
        }
        long bytes = frame.getBytes(StandardCharsets.UTF_8).length;
        if (unsent.addAndGet(bytes) > MOST_UNSENT_BYTES) {
            if (givenUp.compareAndSet(false, true)) {
                socket.close(TOO_SLOW, "You take what you are sent too slowly.");
                lost.run();
            }
            return;
        }
        socket.writeTextMessage(frame).onComplete(sent -> unsent.addAndGet(-bytes));
    }

    @Override
    public void ping() {
        if (!socket.isClosed()) {
            socket.writePing(Buffer.buffer("jiga"));
        }
    }

    /// Whoever is not read from is not silent: its pongs wait behind what it said before.
    @Override
    public Instant lastHeard() {
        return paused ? clock.instant() : lastHeard;
    }

    @Override
    public void close(int code, String reason) {
        if (!socket.isClosed()) {
            socket.close((short) code, reason);
        }
    }
}

package ai.jiga.store.lines;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.vertx.core.http.ServerWebSocket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/// A line over a WebSocket. What is sent waits for the line's event loop, which writes all that waits at once. A client
/// that sends faster than it is answered is not read from for a while; one that does not take what it is sent is
/// closed.
final class SocketConnection implements Connection {
    private static final long MOST_UNSENT_BYTES = 1 << 20;
    private static final int MOST_UNANSWERED = 64;
    private static final int FEW_UNANSWERED = 16;
    private static final short TOO_SLOW = 1008;

    private static final byte[] ARE_YOU_THERE = {'j', 'i', 'g', 'a'};

    private final ServerWebSocket socket;
    private final Channel channel;
    private final InstantSource clock;
    private final BooleanSupplier signedOut;
    private final Queue<WebSocketFrame> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isToWrite = new AtomicBoolean();
    private final AtomicLong unsent = new AtomicLong();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicBoolean givenUp = new AtomicBoolean();
    private volatile Instant lastHeard;
    private volatile boolean paused;
    private volatile Runnable lost = () -> {};

    /// @param channel of the socket
    SocketConnection(ServerWebSocket socket, Channel channel, InstantSource clock, BooleanSupplier signedOut) {
        this.socket = socket;
        this.channel = channel;
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
    public void send(byte[]... frames) {
        if (socket.isClosed() || givenUp.get()) {
            return;
        }
        long bytes = 0;
        for (byte[] frame : frames) {
            bytes += frame.length;
        }
        if (unsent.addAndGet(bytes) > MOST_UNSENT_BYTES) {
            if (givenUp.compareAndSet(false, true)) {
                socket.close(TOO_SLOW, "You take what you are sent too slowly.");
                lost.run();
            }
            return;
        }
        for (byte[] frame : frames) {
            waiting.add(new TextWebSocketFrame(Unpooled.wrappedBuffer(frame)));
        }
        wakeUp();
    }

    @Override
    public void ping() {
        if (!socket.isClosed()) {
            waiting.add(new PingWebSocketFrame(Unpooled.wrappedBuffer(ARE_YOU_THERE)));
            wakeUp();
        }
    }

    private void wakeUp() {
        if (isToWrite.compareAndSet(false, true)) {
            onItsLoop(this::write);
        }
    }

    private void onItsLoop(Runnable task) {
        try {
            channel.eventLoop().execute(task);
        } catch (RejectedExecutionException stopping) {
            // The process stops, and the line with it.
        }
    }

    private void write() {
        isToWrite.set(false);
        long bytes = 0;
        for (WebSocketFrame frame = waiting.poll(); frame != null; frame = waiting.poll()) {
            bytes += frame instanceof TextWebSocketFrame ? frame.content().readableBytes() : 0;
            channel.write(frame, channel.voidPromise());
        }
        long written = bytes;
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> unsent.addAndGet(-written));
    }

    /// Whoever is not read from is not silent: its pongs wait behind what it said before.
    @Override
    public Instant lastHeard() {
        return paused ? clock.instant() : lastHeard;
    }

    @Override
    public void close(int code, String reason) {
        if (!socket.isClosed()) {
            onItsLoop(() -> {
                write();
                socket.close((short) code, reason);
            });
        }
    }
}

package ai.jiga.store.session;

import ai.jiga.store.lines.Connection;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A player's side of a line: what the store said, in its order. Talks whenever it is asked to, until it is `silent`.
final class FakeClient implements Connection {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final LinkedBlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final List<JsonNode> all = new ArrayList<>();
    private final Semaphore pings = new Semaphore(0);
    private volatile Instant lastHeard;
    private volatile boolean silent;
    private volatile boolean signedOut;
    private volatile Optional<Integer> closed = Optional.empty();

    FakeClient(InstantSource clock) {
        this.clock = clock;
        this.lastHeard = clock.instant();
    }

    /// Says nothing any more, not even when it is pinged.
    void silence() {
        lastHeard = clock.instant();
        silent = true;
    }

    @Override
    public void send(byte[]... frames) {
        for (byte[] frame : frames) {
            try {
                heard.add(JSON.readTree(frame));
            } catch (IOException e) {
                throw new AssertionError("the store sent what is not JSON", e);
            }
        }
    }

    @Override
    public void ping() {
        // The answer comes with the next look at the clock.
        pings.release();
    }

    void nextPing() throws InterruptedException {
        if (!pings.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("never pinged");
        }
    }

    @Override
    public Instant lastHeard() {
        if (!silent) {
            lastHeard = clock.instant();
        }
        return lastHeard;
    }

    @Override
    public boolean isSignedOut() {
        return signedOut;
    }

    void signOut() {
        signedOut = true;
    }

    @Override
    public void taken() {
        // This client waits for answers by itself.
    }

    @Override
    public void close(int code, String reason) {
        closed = Optional.of(code);
    }

    Optional<Integer> closed() {
        return closed;
    }

    /// The next frame of a type; what comes before it is passed over.
    JsonNode next(String type) throws InterruptedException {
        return next(frame -> frame.path("type").asText().equals(type), type);
    }

    /// What settles a `seq`: the frame that says what it cost.
    JsonNode settled(long seq) throws InterruptedException {
        return next(
                frame -> frame.path("seq").asLong() == seq
                        && (frame.path("data").has("dofConsumed")
                                || frame.path("type").asText().equals("error")),
                "the answer to " + seq);
    }

    /// All that is said until then about a `seq`, its last word included, in order.
    List<JsonNode> about(long seq) throws InterruptedException {
        int before = all.size();
        settled(seq);
        return all.subList(before, all.size()).stream()
                .filter(frame -> frame.path("seq").asLong() == seq)
                .toList();
    }

    /// All that was ever said to it.
    List<JsonNode> everything() {
        heard.drainTo(all);
        return List.copyOf(all);
    }

    JsonNode next(Predicate<JsonNode> wanted, String what) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode frame = heard.poll(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (frame == null) {
                throw new AssertionError("never heard " + what + ", only " + all);
            }
            all.add(frame);
            if (wanted.test(frame)) {
                return frame;
            }
        }
    }
}

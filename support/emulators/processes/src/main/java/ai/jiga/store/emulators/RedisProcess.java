package ai.jiga.store.emulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import redis.embedded.RedisServer;

/// A real Redis server (6.2, brought along in a jar) on a port of the loopback interface; it keeps nothing on disk.
public final class RedisProcess implements AutoCloseable {
    private static final int ATTEMPTS_TO_START = 5;
    private static final Duration BETWEEN_STARTS = Duration.ofMillis(200);
    private static final Object ONE_AT_A_TIME = new Object();

    private final int port;
    private RedisServer server;

    private RedisProcess(int port) {
        this.port = port;
        this.server = launch(port);
    }

    /// On a free port.
    public static RedisProcess start() {
        return start(0);
    }

    /// @param port 0 for a free one
    public static RedisProcess start(int port) {
        return new RedisProcess(port == 0 ? FreePort.find() : port);
    }

    /// `redis://host:port`, as `REDIS_URL` takes it.
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /// Takes the server away, as a crash would.
    public void stop() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException("Redis on port " + port + " does not end", e);
        }
    }

    /// An empty server on the same port, after [#stop].
    public void startAgain() {
        server = launch(port);
    }

    /// One at a time, and again when that was not enough: each start unpacks the program anew, and whatever
    /// process is begun at that moment holds the file open for writing until it is on its own, so that it
    /// cannot be run (ETXTBSY).
    private static RedisServer launch(int port) {
        synchronized (ONE_AT_A_TIME) {
            for (int attempt = 1; ; attempt++) {
                try {
                    RedisServer server = RedisServer.newRedisServer()
                            .port(port)
                            .setting("bind 127.0.0.1")
                            .setting("save \"\"")
                            .setting("appendonly no")
                            .build();
                    server.start();
                    return server;
                } catch (IOException e) {
                    if (attempt == ATTEMPTS_TO_START) {
                        throw new UncheckedIOException("Redis cannot be started on port " + port, e);
                    }
                    LockSupport.parkNanos(BETWEEN_STARTS.toNanos());
                }
            }
        }
    }

    @Override
    public void close() {
        stop();
    }
}

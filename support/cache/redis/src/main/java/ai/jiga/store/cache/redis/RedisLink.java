package ai.jiga.store.cache.redis;

import io.github.bucket4j.TimeMeter;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way to Redis, and the knowledge whether there is one. The first request that gets no answer within
/// the timeout closes it for all; a thread of its own then tries to get there again, so no request ever
/// waits for a connection. What is owed is paid before the way is open again.
final class RedisLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final int PAID_AT_ONCE = 500;
    private static final int THREADS = 2;
    private static final String AWAY =
            "Redis does not answer: reads go to the documents, and each process counts limits alone";

    private final RedisOptions options;
    private final TimeMeter time;
    private final ClientResources resources;
    private final RedisClient client;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("redis-rounds").factory());
    private final Object lock = new Object();
    private final Debts debts;
    /// Written under the lock. Null: away.
    private volatile @Nullable RedisSession session;
    private volatile boolean closed;

    RedisLink(RedisURI uri, RedisOptions options, TimeMeter time) {
        this.options = options;
        this.time = time;
        this.debts = new Debts(options.mostOwed());
        this.resources = ClientResources.builder()
                .ioThreadPoolSize(THREADS)
                .computationThreadPoolSize(THREADS)
                .build();
        RedisURI patient = RedisURI.builder(uri).withTimeout(CONNECTING).build();
        this.client = RedisClient.create(resources, patient);
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(
                        SocketOptions.builder().connectTimeout(CONNECTING).build())
                .build());
    }

    /// Tries once to get there, and goes on trying in the background.
    void start() {
        round();
        long every = options.probeEvery().toMillis();
        rounds.scheduleWithFixedDelay(this::round, every, every, TimeUnit.MILLISECONDS);
    }

    Optional<String> trouble() {
        return session == null ? Optional.of(AWAY) : Optional.empty();
    }

    @Nullable
    RedisSession session() {
        return session;
    }

    Duration timeout() {
        return options.timeout();
    }

    /// @return empty when there is no answer
    <R> Optional<R> ask(Function<RedisSession, RedisFuture<R>> question) {
        RedisSession now = session;
        return now == null ? Optional.empty() : ask(now, question);
    }

    private <R> Optional<R> ask(RedisSession now, Function<RedisSession, RedisFuture<R>> question) {
        try {
            return Optional.of(question.apply(now)
                    .toCompletableFuture()
                    .orTimeout(options.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .join());
        } catch (CompletionException | CancellationException | RedisException e) {
            lost(now, e);
            return Optional.empty();
        }
    }

    /// Removes a slot now, or before any slot is looked at again.
    void remove(String key) {
        while (ask(now -> now.remove(List.of(key))).isEmpty()) {
            synchronized (lock) {
                if (session == null) {
                    debts.add(key);
                    return;
                }
            }
            // It came back in between.
        }
    }

    /// Told of what a session did not do.
    void lost(RedisSession which, Throwable why) {
        synchronized (lock) {
            if (session != which) {
                return;
            }
            session = null;
        }
        which.close();
        if (!closed) {
            LOG.warn("Redis is away, and is asked again every {}", options.probeEvery(), why);
        }
    }

    private void round() {
        try {
            RedisSession now = session;
            if (now == null) {
                connect();
            } else {
                // A write: a server that only reads is of no use.
                ask(now, there -> there.set("probe", new byte[] {'1'}, CONNECTING));
            }
        } catch (RuntimeException e) {
            LOG.debug("Redis is still away", e);
        }
    }

    private void connect() {
        var connection = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
        try {
            pay(new RedisSession(connection, options.prefix(), time));
            LOG.info("Redis is there");
        } catch (RuntimeException e) {
            connection.closeAsync();
            throw e;
        }
    }

    /// Pays what is owed and opens the way in the moment in which nothing is owed.
    private void pay(RedisSession fresh) {
        while (true) {
            boolean everything;
            List<String> some;
            synchronized (lock) {
                if (closed) {
                    throw new IllegalStateException("closed");
                }
                if (debts.isEmpty()) {
                    session = fresh;
                    return;
                }
                everything = debts.takeEverything();
                some = debts.take(PAID_AT_ONCE);
            }
            try {
                if (everything) {
                    fresh.removeAll();
                } else {
                    fresh.remove(some)
                            .toCompletableFuture()
                            .orTimeout(CONNECTING.toMillis(), TimeUnit.MILLISECONDS)
                            .join();
                }
            } catch (RuntimeException e) {
                synchronized (lock) {
                    if (everything) {
                        debts.addEverything();
                    }
                    some.forEach(debts::add);
                }
                throw e;
            }
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            session = null;
        }
        rounds.shutdownNow();
        // Closes its connections too.
        client.shutdown(Duration.ZERO, CONNECTING);
        resources.shutdown(0, CONNECTING.toMillis(), TimeUnit.MILLISECONDS);
    }
}

package ai.jiga.store.cache.redis;

import ai.jiga.store.cache.RatePolicy;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.bucket4j.redis.lettuce.cas.LettuceBasedProxyManager;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One connection to one life of a server. It is never mended: after a loss there is another session.
///
/// Every key holds the server's run id. A server that was started again, from a snapshot perhaps, or a
/// replica that was promoted with the last seconds missing, has another one: what it still has from before
/// is never read, and ends with its time.
final class RedisSession {
    private static final Pattern RUN_ID = Pattern.compile("(?m)^run_id:([0-9a-f]{16,})");
    private static final int RUN_ID_USED = 16;
    private static final int SCANNED_AT_ONCE = 1_000;

    private final StatefulRedisConnection<String, byte[]> connection;
    private final RedisAsyncCommands<String, byte[]> commands;
    private final String prefix;
    private final Map<Script, String> scripts = new EnumMap<>(Script.class);
    private final LettuceBasedProxyManager<String> buckets;

    /// Blocks for some round trips.
    ///
    /// @throws RuntimeException when the server does not answer as it should
    RedisSession(StatefulRedisConnection<String, byte[]> connection, String prefix, TimeMeter time) {
        this.connection = connection;
        this.commands = connection.async();
        Matcher runId = RUN_ID.matcher(connection.sync().info("server"));
        if (!runId.find()) {
            throw new IllegalStateException("Redis does not tell its run id in INFO server");
        }
        this.prefix = prefix + runId.group(1).substring(0, RUN_ID_USED) + ':';
        for (Script script : Script.values()) {
            scripts.put(script, connection.sync().scriptLoad(script.text().getBytes(StandardCharsets.UTF_8)));
        }
        this.buckets = Bucket4jLettuce.casBasedBuilder(connection)
                .clientClock(time)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(RatePolicy.WINDOW))
                .build();
    }

    String key(String local) {
        return prefix + local;
    }

    <R> RedisFuture<R> run(Script script, ScriptOutputType type, List<String> keys, byte[]... values) {
        return commands.evalsha(
                scripts.get(script), type, keys.stream().map(this::key).toArray(String[]::new), values);
    }

    RedisFuture<String> set(String local, byte[] value, Duration life) {
        return commands.set(key(local), value, SetArgs.Builder.px(life));
    }

    RedisFuture<Long> remove(List<String> locals) {
        return commands.unlink(locals.stream().map(this::key).toArray(String[]::new));
    }

    /// Blocks until everything of this prefix is removed.
    void removeAll() {
        ScanArgs ours = ScanArgs.Builder.matches(prefix + '*').limit(SCANNED_AT_ONCE);
        ScanCursor at = ScanCursor.INITIAL;
        while (!at.isFinished()) {
            KeyScanCursor<String> part = connection.sync().scan(at, ours);
            if (!part.getKeys().isEmpty()) {
                connection.sync().unlink(part.getKeys().toArray(String[]::new));
            }
            at = part;
        }
    }

    LettuceBasedProxyManager<String> buckets() {
        return buckets;
    }

    /// Without waiting.
    void close() {
        connection.closeAsync();
    }
}

package ai.jiga.store.queue.pubsub;

import com.google.api.gax.rpc.ApiException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What relaying has met lately. The vendor's client tries for ever while Pub/Sub is away, so waiting long is
/// a sign too.
final class RelayHealth {
    private static final Duration LONG = Duration.ofSeconds(10);

    /// When each key's publishing began, by `System.nanoTime`: as many as there are lanes.
    private final ConcurrentMap<String, Long> begun = new ConcurrentHashMap<>();

    private final AtomicReference<@Nullable String> refusal = new AtomicReference<>();

    void begins(String key) {
        begun.put(key, System.nanoTime());
    }

    void ended(String key) {
        begun.remove(key);
    }

    void succeeded() {
        refusal.set(null);
    }

    /// @return whether it is news
    boolean failed(Throwable why) {
        String said = why instanceof ApiException refused
                ? refused.getStatusCode().getCode().toString()
                : why.getClass().getSimpleName();
        return !said.equals(refusal.getAndSet(said));
    }

    Optional<String> trouble() {
        long now = System.nanoTime();
        if (begun.values().stream().anyMatch(since -> now - since > LONG.toNanos())) {
            return Optional.of(
                    "Pub/Sub has not taken events for more than " + LONG.toSeconds() + " s; they wait in the outbox");
        }
        return Optional.ofNullable(refusal.get())
                .map(said -> "Pub/Sub refuses events (" + said + "); they wait in the outbox");
    }
}

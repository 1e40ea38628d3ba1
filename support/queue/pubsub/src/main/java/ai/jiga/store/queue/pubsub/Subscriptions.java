package ai.jiga.store.queue.pubsub;

import ai.jiga.store.queue.engine.BackOff;
import ai.jiga.store.queue.engine.Timer;
import com.google.api.core.ApiService;
import com.google.api.gax.rpc.ApiException;
import com.google.cloud.pubsub.v1.MessageReceiver;
import com.google.cloud.pubsub.v1.Subscriber;
import com.google.common.util.concurrent.MoreExecutors;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The subscriptions that are listened to. One that the vendor ends is opened again, with back-off.
final class Subscriptions implements Source {
    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);
    private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(1));

    private final Connection connection;
    private final Timer timer;
    private final Map<String, Subscriber> open = new TreeMap<>();
    private final Map<String, String> broken = new ConcurrentHashMap<>();
    private boolean closed;

    Subscriptions(Connection connection, Timer timer) {
        this.connection = connection;
        this.timer = timer;
    }

    @Override
    public void listen(String subscription, MessageReceiver receiver) {
        listen(subscription, receiver, 0);
    }

    private synchronized void listen(String subscription, MessageReceiver receiver, int failures) {
        if (closed) {
            return;
        }
        Subscriber subscriber = connection.subscriber(subscription, receiver);
        subscriber.addListener(
                new ApiService.Listener() {
                    @Override
                    public void running() {
                        broken.remove(subscription);
                    }

                    @Override
                    public void failed(ApiService.State from, Throwable why) {
                        ended(subscription, receiver, failures + 1, why);
                    }
                },
                MoreExecutors.directExecutor());
        open.put(subscription, subscriber);
        subscriber.startAsync();
    }

    private void ended(String subscription, MessageReceiver receiver, int failures, Throwable why) {
        String said = why instanceof ApiException refused
                ? refused.getStatusCode().getCode().toString()
                : why.getClass().getSimpleName();
        broken.put(subscription, said);
        Duration pause = BACK_OFF.after(failures);
        LOG.warn("Pub/Sub ended subscription {}, opening it again in {}", subscription, pause, why);
        timer.after(pause, () -> listen(subscription, receiver, failures));
    }

    @Override
    public Optional<String> trouble() {
        if (broken.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("Pub/Sub does not serve "
                + broken.entrySet().stream()
                        .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                        .sorted()
                        .limit(5)
                        .collect(Collectors.joining(", ")));
    }

    @Override
    public synchronized void stop() {
        closed = true;
        open.values().forEach(Subscriber::stopAsync);
    }

    @Override
    public synchronized void awaitStopped(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        for (Map.Entry<String, Subscriber> entry : open.entrySet()) {
            try {
                entry.getValue().awaitTerminated(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException late) {
                LOG.warn("subscription {} did not end in time: what it held comes again", entry.getKey());
            } catch (IllegalStateException failedBefore) {
                LOG.debug("subscription {} had failed", entry.getKey(), failedBefore);
            }
        }
    }
}

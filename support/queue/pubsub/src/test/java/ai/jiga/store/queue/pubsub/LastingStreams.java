package ai.jiga.store.queue.pubsub;

import com.google.cloud.pubsub.v1.MessageReceiver;
import com.google.cloud.pubsub.v1.Subscriber;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Streams that outlive the queues which listen to them. The emulator never forgets a stream: a key that it once sent
/// down a stream that is gone now is never heard of again. So a test that starts a queue again keeps the streams, and
/// hands over what comes in between, in the order in which the service would.
final class LastingStreams implements AutoCloseable {
    private final Connection connection;
    private final Map<String, LastingStream> streams = new HashMap<>();
    private final Map<String, Subscriber> subscribers = new HashMap<>();

    LastingStreams(PubSubOptions options) {
        this.connection = new Connection(options);
    }

    private synchronized LastingStream stream(String subscription) {
        return streams.computeIfAbsent(subscription, name -> {
            var stream = new LastingStream();
            Subscriber subscriber = connection.subscriber(name, stream);
            subscriber.startAsync();
            subscribers.put(name, subscriber);
            return stream;
        });
    }

    private synchronized void leaveAll() {
        streams.values().forEach(LastingStream::leave);
    }

    /// For one queue.
    Source source() {
        return new Source() {
            @Override
            public void listen(String subscription, MessageReceiver receiver) {
                stream(subscription).listen(receiver);
            }

            @Override
            public Optional<String> trouble() {
                return Optional.empty();
            }

            @Override
            public void stop() {
                leaveAll();
            }

            @Override
            public void awaitStopped(Duration limit) {}
        };
    }

    @Override
    public synchronized void close() {
        streams.values().forEach(LastingStream::leave);
        subscribers.values().forEach(Subscriber::stopAsync);
        connection.close();
    }
}

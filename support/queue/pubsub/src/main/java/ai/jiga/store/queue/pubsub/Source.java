package ai.jiga.store.queue.pubsub;

import com.google.cloud.pubsub.v1.MessageReceiver;
import java.time.Duration;
import java.util.Optional;

/// Where messages come from.
interface Source {
    void listen(String subscription, MessageReceiver receiver);

    /// In words for whoever runs the store.
    Optional<String> trouble();

    /// Asks for no more messages; what is held can still be answered.
    void stop();

    /// Waits until every answer was sent.
    void awaitStopped(Duration limit);
}

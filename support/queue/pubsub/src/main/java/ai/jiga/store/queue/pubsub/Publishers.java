package ai.jiga.store.queue.pubsub;

import ai.jiga.store.queue.Event;
import com.google.api.core.ApiFuture;
import com.google.cloud.pubsub.v1.Publisher;
import com.google.pubsub.v1.PubsubMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;

/// A publisher for each topic.
final class Publishers {
    private final EventMessage messages;
    private final Map<String, Publisher> byTopic = new TreeMap<>();

    Publishers(Connection connection, EventMessage messages, SortedSet<String> topics) {
        this.messages = messages;
        for (String topic : topics) {
            byTopic.put(topic, connection.publisher(topic));
        }
    }

    /// Hands the event over for all of its topics. Calls for one key must come one after the other, in order.
    ///
    /// @return complete when a topic has it; failed when it has not, and then so is everything of this key that was
    ///     handed over later, until [#resume]
    List<ApiFuture<String>> publish(Event event) {
        PubsubMessage message = messages.write(event);
        var futures = new ArrayList<ApiFuture<String>>();
        for (String topic : Topology.topicsOf(event.type())) {
            futures.add(Objects.requireNonNull(byTopic.get(topic)).publish(message));
        }
        return futures;
    }

    /// Lets a key be published again whose publishing has failed.
    void resume(String key) {
        byTopic.values().forEach(publisher -> publisher.resumePublish(key));
    }

    /// Sends what is under way, within the limit. The vendor's shutdown waits for as long as its retries
    /// last, which with the service away is for ever; what is not sent by then stays in the outbox.
    void close(Duration limit) {
        List<Thread> closing = byTopic.values().stream()
                .map(publisher -> Thread.ofVirtual().name("pubsub-close").start(publisher::shutdown))
                .toList();
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            for (Thread each : closing) {
                each.join(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

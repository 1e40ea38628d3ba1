package ai.jiga.store.queue.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.queue.Event;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class PublishersTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void closingDoesNotWaitForPubSubThatIsAway() {
        var nobodyListens = PubSubOptions.of("jiga-away", Optional.of("127.0.0.1:1"));
        var event = new Event(
                "e1",
                "agent.changed",
                Instant.EPOCH,
                JsonNodeFactory.instance.objectNode(),
                new Event.Metadata("1.0", "test", "a", 1, null, null));
        try (var connection = new Connection(nobodyListens)) {
            var topics = new TreeSet<>(Set.of("agent-events", "analytics"));
            var publishers = new Publishers(connection, new EventMessage(), topics);
            var futures = publishers.publish(event);
            long before = System.nanoTime();
            publishers.close(Duration.ofMillis(100));
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SOON);
            assertThat(futures).noneMatch(Future::isDone);
        }
    }
}

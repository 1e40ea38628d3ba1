package ai.jiga.store.queue.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.documents.memory.MemoryDocuments;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventData;
import ai.jiga.store.queue.IdempotentHandler;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.ParkedEvent;
import ai.jiga.store.queue.TransactionalHandler;
import ai.jiga.store.queue.engine.ParkedLines;
import ai.jiga.store.queue.engine.ParkedLines.Line;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.cloud.pubsub.v1.Publisher;
import com.google.protobuf.ByteString;
import com.google.pubsub.v1.PubsubMessage;
import com.google.pubsub.v1.SubscriptionName;
import com.google.pubsub.v1.TopicName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the contracts cannot say: several nodes, what the vendor does, and messages that are not as they
/// should be.
final class PubSubQueueTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String CHANGED = "agent.changed";

    private record Done(List<Long> sequences) {
        static final Collection<Done> ALL = Collection.of("done", Done.class);

        Done {
            sequences = List.copyOf(sequences);
        }
    }

    private record Changed(String key) implements EventData {
        @Override
        public String type() {
            return CHANGED;
        }
    }

    /// Notes what it has done, in documents.
    private static final class Writing implements TransactionalHandler {
        @Override
        public String name() {
            return "test.writing";
        }

        @Override
        public Set<String> types() {
            return Set.of(CHANGED);
        }

        @Override
        public void handle(Event event, Transaction tx) {
            var ref = Done.ALL.id(event.metadata().key());
            var sequences = new ArrayList<>(
                    tx.get(ref).map(Document::value).map(Done::sequences).orElse(List.of()));
            sequences.add(event.metadata().sequence());
            tx.set(ref, new Done(sequences));
        }
    }

    /// Notes what it was called for.
    private record Calling(List<Long> calls) implements IdempotentHandler {
        @Override
        public String name() {
            return "test.calling";
        }

        @Override
        public Set<String> types() {
            return Set.of(CHANGED);
        }

        @Override
        public void handle(Event event) {
            calls.add(event.metadata().sequence());
        }
    }

    private final InstantSource clock = InstantSource.system();
    private final MemoryDocuments documents =
            MemoryDocuments.open(Outbox.SCHEMA.and(Schema.of(Done.ALL)), DocumentJson.mapper(), clock);
    private final TestProject project = new TestProject();
    private final List<Long> calls = new CopyOnWriteArrayList<>();
    private final List<PubSubQueue> queues = new ArrayList<>();

    @AfterEach
    void close() {
        queues.forEach(PubSubQueue::close);
        project.close();
        documents.close();
    }

    private PubSubQueue node() {
        var queue = new PubSubQueue(documents, clock, project.options());
        queues.add(queue);
        queue.register(new Writing());
        queue.register(new Calling(calls));
        queue.start();
        return queue;
    }

    private void write(String key, long sequence) {
        var outbox = new Outbox(
                "test", DocumentJson.mapper(), clock, () -> key + "-" + sequence, _ -> {}, () -> null, () -> null);
        var stamp = outbox.stamp();
        documents.transact(tx -> {
            outbox.append(tx, stamp, sequence, new Changed(key));
            return sequence;
        });
    }

    private static Event event(String id, long sequence, Instant at, String version) {
        return new Event(
                id,
                CHANGED,
                at,
                JsonNodeFactory.instance.objectNode(),
                new Event.Metadata(version, "test", "a", sequence, null, null));
    }

    private void publish(PubsubMessage... messages) throws Exception {
        try (var connection = new Connection(project.options())) {
            Publisher publisher = connection.publisher("agent-events");
            for (PubsubMessage message : messages) {
                publisher.publish(message).get();
            }
            publisher.shutdown();
        }
    }

    private List<Long> done(String key) {
        return documents
                .get(Done.ALL.id(key))
                .map(Document::value)
                .map(Done::sequences)
                .orElse(List.of());
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        eventually(condition, SOON);
    }

    private static void eventually(BooleanSupplier condition, Duration within) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void nodesThatRelayAKeyAtOnceKeepItsOrderAndEachEventTakesEffectOnce() {
        PubSubQueue one = node();
        // Without handlers: the emulator spreads keys over streams, and all of them shall come to one node
        // here.
        var other = new PubSubQueue(documents, clock, project.options());
        queues.add(other);
        other.start();
        for (long sequence = 1; sequence <= 60; sequence++) {
            write("a", sequence);
            one.wake("a");
            other.wake("a");
        }
        assertThat(other.awaitIdle(SOON)).isTrue();
        assertThat(one.awaitIdle(SOON)).isTrue();
        assertThat(one.pendingEvents()).isZero();
        List<Long> all = LongStream.rangeClosed(1, 60).boxed().toList();
        try {
            eventually(() -> done("a").size() == 60 && calls.size() == 60);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        assertThat(done("a")).isEqualTo(all);
        assertThat(calls).isEqualTo(all);
    }

    @Test
    void anEventThatComesAgainAfterLaterOnesIsSkippedByHandlersOfBothKinds() throws Exception {
        node();
        var messages = new EventMessage();
        PubsubMessage first = messages.write(event("e1", 1, clock.instant(), "1.0"));
        PubsubMessage second = messages.write(event("e2", 2, clock.instant(), "1.0"));
        PubsubMessage third = messages.write(event("e3", 3, clock.instant(), "1.0"));
        publish(first, second, first, third);
        eventually(() -> done("a").size() == 3 && calls.size() == 3);
        assertThat(done("a")).containsExactly(1L, 2L, 3L);
        assertThat(calls).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatIsNoEventIsCountedAndDroppedAndHoldsNothingUp() throws Exception {
        PubSubQueue queue = node();
        PubsubMessage good = new EventMessage().write(event("e1", 1, clock.instant(), "1.0"));
        PubsubMessage noJson = good.toBuilder()
                .setData(ByteString.copyFrom("{", StandardCharsets.UTF_8))
                .build();
        PubsubMessage forged = good.toBuilder().putAttributes("key", "another").build();
        PubsubMessage bare = good.toBuilder().clearAttributes().build();
        PubsubMessage pathInId = new EventMessage().write(event("a/b", 1, clock.instant(), "1.0"));
        publish(noJson, forged, bare, pathInId, good);
        eventually(() -> calls.size() == 1 && done("a").size() == 1);
        // Each came to two handlers, at least once.
        assertThat(queue.malformedMessages()).isGreaterThanOrEqualTo(8);
        assertThat(queue.parkedEvents()).isZero();
    }

    @Test
    void anEventOfANewerEnvelopeIsParkedAndHoldsBackItsKey() throws Exception {
        PubSubQueue queue = node();
        var messages = new EventMessage();
        publish(
                messages.write(event("e1", 1, clock.instant(), "2.0")),
                messages.write(event("e2", 2, clock.instant(), "1.0")));
        eventually(() -> queue.parkedEvents() == 4);
        assertThat(queue.list(10, null).values())
                .filteredOn(parked -> parked.sequence() == 1)
                .extracting(ParkedEvent::error)
                .allSatisfy(error -> assertThat(error).contains("version 2.0", "retry"));
        assertThat(calls).isEmpty();
    }

    @Test
    void anEventOlderThanTheInboxRemembersIsParkedForSomebodyToLook() throws Exception {
        PubSubQueue queue = node();
        publish(new EventMessage().write(event("e1", 1, clock.instant().minus(Duration.ofDays(8)), "1.0")));
        eventually(() -> queue.parkedEvents() == 2);
        assertThat(calls).isEmpty();
        assertThat(queue.retry("test.calling:e1")).isTrue();
        eventually(() -> calls.size() == 1);
    }

    @Test
    void aProcessWithoutTheHandlerLeavesARetryToOneThatHasIt() throws Exception {
        PubSubQueue queue = node();
        publish(new EventMessage().write(event("e1", 1, clock.instant(), "2.0")));
        eventually(() -> queue.parkedEvents() == 2);
        var gateway = new PubSubQueue(documents, clock, project.options());
        queues.add(gateway);
        gateway.start();
        var released = new ArrayList<Line>();
        var stalled = new StalledLines(new ParkedLines(documents, clock), released::add);
        stalled.releaseStalled();
        assertThat(gateway.retry("test.calling:e1")).isTrue();
        stalled.releaseStalled();
        assertThat(released).as("somebody may be walking it").isEmpty();
        stalled.releaseStalled();
        assertThat(released).containsExactly(new Line("test.calling", "a"));
    }

    @Test
    void aTopicThatIsGoneKeepsEventsInTheOutboxAndTheirOrderWhenItIsBack() throws Exception {
        PubSubQueue queue = node();
        var topic = TopicName.of(project.options().project(), "agent-events");
        try (var connection = new Connection(project.options());
                var topics = connection.topics();
                var subscriptions = connection.subscriptions()) {
            topics.deleteTopic(topic);
            for (long sequence = 1; sequence <= 3; sequence++) {
                write("a", sequence);
                queue.wake("a");
            }
            eventually(() -> queue.trouble().orElse("").contains("refuses events (NOT_FOUND)"));
            assertThat(queue.pendingEvents()).isEqualTo(3);
            for (String handler : List.of("test.writing", "test.calling")) {
                subscriptions.deleteSubscription(
                        SubscriptionName.of(project.options().project(), handler + ".agent-events"));
            }
            new Provisioning(project.options().project())
                    .make(Topology.of(List.of(new Writing(), new Calling(calls))), topics, subscriptions);
        }
        eventually(() -> queue.pendingEvents() == 0);
        PubSubQueue next = node();
        // What the first node's stream was given as its subscription went is given again when that lease has run out.
        eventually(() -> done("a").size() == 3, SOON.plusSeconds(Topology.ACK_DEADLINE_SECONDS));
        assertThat(done("a")).containsExactly(1L, 2L, 3L);
        assertThat(next.trouble()).isEmpty();
        assertThat(queue.trouble().orElse("")).doesNotContain("refuses");
    }
}

package ai.jiga.store.queue.local;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.documents.memory.MemoryDocuments;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventData;
import ai.jiga.store.queue.EventHandler;
import ai.jiga.store.queue.IdempotentHandler;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.TransactionalHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/// Transactions and queries are the price of an event, on every engine.
final class DeliveryCostTest {
    private static final String CHANGED = "agent.changed";

    private record Changed(String key) implements EventData {
        @Override
        public String type() {
            return CHANGED;
        }
    }

    private record Nothing(String name) implements TransactionalHandler {
        @Override
        public Set<String> types() {
            return Set.of(CHANGED);
        }

        @Override
        public void handle(Event event, Transaction tx) {}
    }

    private record Outside(String name) implements IdempotentHandler {
        @Override
        public Set<String> types() {
            return Set.of(CHANGED);
        }

        @Override
        public void handle(Event event) {}
    }

    @Test
    void anEventCostsOneTransactionForEachTransactionalHandlerAndOneQuery() {
        CountingStore store = deliver(1, List.of(new Outside("outside"), new Nothing("one"), new Nothing("two")));
        assertThat(store.transactions()).isEqualTo(2);
        assertThat(store.queriesOf(Outbox.ENTRIES)).as("lane, sweep, rest").isLessThanOrEqualTo(3);
    }

    @Test
    void whatWaitsOfManyKeysSharesATransaction() {
        var mapper = DocumentJson.mapper();
        var clock = InstantSource.system();
        try (var documents = MemoryDocuments.open(Outbox.SCHEMA, mapper, clock)) {
            var store = new CountingStore(documents);
            try (var queue = new LocalQueue(store, clock, LocalQueueOptions.forTests())) {
                queue.register(new Nothing("one"));
                queue.register(new Nothing("two"));
                queue.start();
                append(documents, mapper, clock, 300, n -> "key-" + n);
                assertThat(queue.awaitIdle(Duration.ofSeconds(20))).isTrue();
                assertThat(queue.pendingEvents()).isZero();
            }
            // By thirties, which is what a query asks for at once, where the sweep finds as many; alone it were 600.
            assertThat(store.transactions()).isBetween(10, 60);
        }
    }

    @Test
    void eventsThatOnlyGoOutsideShareOneDeletion() {
        CountingStore store = deliver(50, List.of(new Outside("outside")));
        assertThat(store.transactions()).isEqualTo(1);
    }

    private static CountingStore deliver(int events, List<EventHandler> handlers) {
        var mapper = DocumentJson.mapper();
        var clock = InstantSource.system();
        try (var documents = MemoryDocuments.open(Outbox.SCHEMA, mapper, clock)) {
            append(documents, mapper, clock, events, _ -> "a");
            var store = new CountingStore(documents);
            try (var queue = new LocalQueue(store, clock, LocalQueueOptions.forTests())) {
                handlers.forEach(queue::register);
                queue.start();
                assertThat(queue.awaitIdle(Duration.ofSeconds(20))).isTrue();
                assertThat(queue.pendingEvents()).isZero();
            }
            return store;
        }
    }

    private static void append(
            MemoryDocuments documents, ObjectMapper mapper, InstantSource clock, int events, IntFunction<String> keys) {
        var outbox =
                new Outbox("test", mapper, clock, () -> UUID.randomUUID().toString(), _ -> {}, () -> null, () -> null);
        for (int i = 1; i <= events; i++) {
            var stamp = outbox.stamp();
            int sequence = i;
            documents.transact(tx -> {
                outbox.append(tx, stamp, sequence, new Changed(keys.apply(sequence)));
                return sequence;
            });
        }
    }
}

package ai.jiga.store.testing;

import ai.jiga.store.audit.AuditLog;
import ai.jiga.store.cache.RateLimiter;
import ai.jiga.store.cache.caffeine.CaffeineCaches;
import ai.jiga.store.contracts.json.KernelModule;
import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.faulty.Fault;
import ai.jiga.store.documents.faulty.FaultPlan;
import ai.jiga.store.documents.faulty.FaultyDocuments;
import ai.jiga.store.documents.memory.MemoryDocuments;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.Uuid7;
import ai.jiga.store.queue.EventHandler;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.OutboxEntry;
import ai.jiga.store.queue.TaskHandler;
import ai.jiga.store.queue.documents.DocumentTaskOptions;
import ai.jiga.store.queue.documents.DocumentTasks;
import ai.jiga.store.queue.local.LocalQueue;
import ai.jiga.store.queue.local.LocalQueueOptions;
import ai.jiga.store.wiring.Foundation;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A process as a service sees it, for tests: every transaction body runs twice, nothing survives [#close()].
/// Events are delivered once [#start] was called; before, they can be read from the outbox.
///
/// With the system property `jiga.test.faults` (a seed), the process under test stands on a store that loses races,
/// answers late, and commits without learning it: modules run their tests a second time that way.
public final class TestProcess implements AutoCloseable {
    private static final String FAULTS = "jiga.test.faults";

    private final TestClock clock = new TestClock(Instant.parse("2026-06-01T12:00:00Z"));
    private final ObjectMapper json = DocumentJson.mapper(new KernelModule());
    private final DocumentStore sound;
    private final CaffeineCaches caches = CaffeineCaches.open(
            () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos());
    private final LocalQueue queue;
    private final DocumentTasks tasks;
    private final Foundation foundation;

    private TestProcess(Schema schema, @Nullable FaultPlan faults) {
        Schema all = schema.and(Outbox.SCHEMA).and(Idempotency.SCHEMA).and(AuditLog.SCHEMA);
        sound = MemoryDocuments.open(all, json, clock).rehearsing();
        DocumentStore store = faults == null ? sound : new FaultyDocuments(sound, faults);
        queue = new LocalQueue(store, clock, LocalQueueOptions.forTests());
        tasks = new DocumentTasks(store, clock, DocumentTaskOptions.forTests());
        foundation =
                new Foundation(store, new JsonCaches(caches, json), json, clock, new Uuid7(clock), tasks, queue::wake);
    }

    /// @param schemas the collections of the services under test
    public static TestProcess with(Schema... schemas) {
        Long seed = Long.getLong(FAULTS);
        return new TestProcess(
                Schema.join(List.of(schemas)), seed == null ? null : FaultPlan.random(seed, Fault.HIDDEN));
    }

    /// A process whose store has the faults of this plan, those that callers are told of too.
    public static TestProcess withFaults(FaultPlan faults, Schema... schemas) {
        return new TestProcess(Schema.join(List.of(schemas)), faults);
    }

    public Foundation foundation() {
        return foundation;
    }

    /// Without faults, for what a test prepares and looks up itself. What is under test takes the foundation's.
    public DocumentStore store() {
        return sound;
    }

    public TestClock clock() {
        return clock;
    }

    public LocalQueue queue() {
        return queue;
    }

    public RateLimiter rateLimiter() {
        return caches.rateLimiter();
    }

    /// Begins to deliver events and tasks.
    public TestProcess start(List<? extends EventHandler> handlers, List<? extends TaskHandler> runners) {
        handlers.forEach(queue::register);
        runners.forEach(tasks::register);
        queue.start();
        tasks.start();
        return this;
    }

    /// Until every event that was written has been handled.
    public void settleEvents() {
        if (!queue.awaitIdle(Duration.ofSeconds(60))) {
            throw new AssertionError("events are still under way after 60 s");
        }
    }

    /// Moves the clock and runs what has become due.
    public void advance(Duration by) {
        clock.advance(by);
        runDueTasks();
    }

    /// Runs the tasks that are due by the clock, and waits until they ended.
    public void runDueTasks() {
        tasks.runDueTasks();
    }

    /// The events that were written and not delivered yet, the oldest first.
    public List<OutboxEntry> outbox() {
        Results<OutboxEntry> found = sound.query(Outbox.ENTRIES.query().limit(500));
        return found.values();
    }

    @Override
    public void close() {
        tasks.close();
        queue.close();
        caches.close();
        sound.close();
    }
}

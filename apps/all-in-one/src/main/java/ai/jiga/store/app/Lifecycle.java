package ai.jiga.store.app;

import ai.jiga.store.queue.EventQueue;
import ai.jiga.store.queue.IdempotentHandler;
import ai.jiga.store.queue.TaskHandler;
import ai.jiga.store.queue.TaskQueue;
import ai.jiga.store.queue.TransactionalHandler;
import ai.jiga.store.wiring.Seeder;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// How the process starts and stops. Starting: handlers, then seeds, then events and tasks flow. Stopping,
/// after the services: events and tasks, then documents.
@Singleton
public class Lifecycle {
    private static final Logger LOG = Logger.getLogger(Lifecycle.class);
    private static final int AFTER_THE_SERVICES = 5_000;
    private static final Duration SEEDS_SHOWN = Duration.ofSeconds(20);

    private final OpenedDocuments documents;
    private final EventQueue queue;
    private final TaskQueue tasks;

    public Lifecycle(OpenedDocuments documents, EventQueue queue, TaskQueue tasks) {
        this.documents = documents;
        this.queue = queue;
        this.tasks = tasks;
    }

    void start(
            @Observes @Priority(AFTER_THE_SERVICES) StartupEvent started,
            @Any Instance<TransactionalHandler> transactional,
            @Any Instance<IdempotentHandler> idempotent,
            @Any Instance<TaskHandler> runners,
            @Any Instance<Seeder> seeders,
            @ConfigProperty(name = "jiga.seed", defaultValue = "true") boolean seed) {
        transactional.forEach(queue::register);
        idempotent.forEach(queue::register);
        runners.forEach(tasks::register);
        if (seed) {
            List<Seeder> inOrder = seeders.stream()
                    .sorted(Comparator.comparingInt(Seeder::order))
                    .toList();
            inOrder.forEach(Seeder::seed);
        }
        queue.start();
        tasks.start();
        if (seed && !queue.awaitIdle(SEEDS_SHOWN)) {
            LOG.warn("What was seeded is still being indexed; search shows it in a moment.");
        }
    }

    void stop(@Observes @Priority(AFTER_THE_SERVICES) ShutdownEvent stopping) {
        tasks.close();
        queue.close();
        documents.store().close();
    }
}

package ai.jiga.store.app;

import ai.jiga.store.queue.EventQueue;
import ai.jiga.store.queue.IdempotentHandler;
import ai.jiga.store.queue.TaskHandler;
import ai.jiga.store.queue.TaskQueue;
import ai.jiga.store.queue.TransactionalHandler;
import ai.jiga.store.wiring.Round;
import ai.jiga.store.wiring.Rounds;
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
import org.jspecify.annotations.Nullable;

/// How the process starts and stops. Starting: handlers, then seeds, then events and tasks flow and rounds are made.
/// Stopping: rounds, then the services, then events and tasks, then documents. A start that fails has begun no round.
@Singleton
public class Lifecycle {
    private static final Logger LOG = Logger.getLogger(Lifecycle.class);
    private static final int AFTER_THE_SERVICES = 5_000;
    private static final int BEFORE_THE_SERVICES = 50;
    private static final Duration SEEDS_SHOWN = Duration.ofSeconds(20);

    private final OpenedDocuments documents;
    private final EventQueue queue;
    private final TaskQueue tasks;
    private @Nullable Rounds rounds;

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
            @Any Instance<Round> repeated,
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
        rounds = Rounds.start(repeated);
        if (seed && !queue.awaitIdle(SEEDS_SHOWN)) {
            LOG.warn("What was seeded is still being indexed; search shows it in a moment.");
        }
    }

    void endRounds(@Observes @Priority(BEFORE_THE_SERVICES) ShutdownEvent stopping) {
        if (rounds != null) {
            rounds.close();
        }
    }

    void stop(@Observes @Priority(AFTER_THE_SERVICES) ShutdownEvent stopping) {
        tasks.close();
        queue.close();
        documents.store().close();
    }
}

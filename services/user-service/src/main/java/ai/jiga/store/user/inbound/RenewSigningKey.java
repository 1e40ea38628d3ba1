package ai.jiga.store.user.inbound;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.TaskHandler;
import ai.jiga.store.queue.Tasks;
import ai.jiga.store.security.SigningKeys;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Once a day, replaces the signing key if it has signed for long enough. What the old one signed stays valid.
public final class RenewSigningKey implements TaskHandler {
    static final String KIND = "users.renew-signing-key";
    static final Duration KEY_LIFETIME = Duration.ofDays(90);
    private static final Duration EVERY = Duration.ofDays(1);
    private static final Logger LOG = LoggerFactory.getLogger(RenewSigningKey.class);

    private final SigningKeys keys;
    private final DocumentStore store;
    private final Tasks tasks;
    private final InstantSource clock;

    public RenewSigningKey(SigningKeys keys, DocumentStore store, Tasks tasks, InstantSource clock) {
        this.keys = keys;
        this.store = store;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Task task) {
        renew();
        schedule();
    }

    /// What a process that was down for long does at its start, before it signs anything.
    public void start() {
        renew();
        schedule();
    }

    private void renew() {
        if (keys.rotateAfter(KEY_LIFETIME)) {
            LOG.info("a new signing key was made: {}", keys.keyId());
        }
    }

    private void schedule() {
        Instant due = clock.instant().plus(EVERY);
        store.<Boolean>transact(tx -> {
            tasks.schedule(tx, new Task(KIND, "only", due, NullNode.getInstance()));
            return true;
        });
    }
}

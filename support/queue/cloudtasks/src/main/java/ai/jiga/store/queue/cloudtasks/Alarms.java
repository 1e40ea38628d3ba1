package ai.jiga.store.queue.cloudtasks;

import ai.jiga.store.queue.engine.Workers;
import com.google.api.gax.rpc.ApiException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sets alarms, some at once, each with a few attempts. One that could not be set is left to the sweep.
final class Alarms {
    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final int ATTEMPTS = 5;

    /// What waits beyond this is left to the sweep too: the vendor is away, and memory is not the place to wait.
    private static final int MOST_WAITING = 10_000;

    private final AlarmClock vendor;
    private final Workers workers;
    private final CloudTaskOptions options;
    private final Semaphore permits;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicReference<@Nullable String> refusal = new AtomicReference<>();

    Alarms(AlarmClock vendor, Workers workers, CloudTaskOptions options) {
        this.vendor = vendor;
        this.workers = workers;
        this.options = options;
        this.permits = new Semaphore(options.creations(), true);
    }

    /// Returns at once.
    void setSoon(Alarm alarm) {
        if (waiting.incrementAndGet() > MOST_WAITING || !workers.execute(() -> setOne(alarm))) {
            waiting.decrementAndGet();
        }
    }

    private void setOne(Alarm alarm) {
        try {
            permits.acquire();
            try {
                set(alarm);
            } finally {
                permits.release();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            LOG.warn("Cloud Tasks took no task for {}:{}; the sweep tries again", alarm.kind(), alarm.id(), failed);
        } finally {
            waiting.decrementAndGet();
        }
    }

    /// Blocks until the vendor has it.
    ///
    /// @throws RuntimeException when the vendor has not
    void set(Alarm alarm) {
        for (int attempt = 1; ; attempt++) {
            try {
                vendor.set(alarm);
                refusal.set(null);
                return;
            } catch (RuntimeException failed) {
                refusal.set(
                        failed instanceof ApiException refused
                                ? refused.getStatusCode().getCode().toString()
                                : failed.getClass().getSimpleName());
                if (attempt == ATTEMPTS || !paused(options.fault().after(attempt))) {
                    throw failed;
                }
            }
        }
    }

    private static boolean paused(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Optional<String> trouble() {
        return Optional.ofNullable(refusal.get())
                .map(said -> "Cloud Tasks takes no tasks (" + said + "); they wait in the documents");
    }

    /// How many are being set, or wait for it.
    int waiting() {
        return waiting.get();
    }
}

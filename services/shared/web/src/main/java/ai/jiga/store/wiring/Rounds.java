package ai.jiga.store.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs rounds, each on a thread of its own: a lease is renewed while a sweep waits for a database. The first of each
/// comes at once.
///
/// Thread-safe.
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    /// For a round that is under way when the process stops.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    private Rounds() {}

    public static Rounds start(Iterable<Round> rounds) {
        var started = new Rounds();
        for (Round round : rounds) {
            // No virtual one: those wait for a processor behind everybody's requests.
            started.threads.add(Thread.ofPlatform().daemon().name(round.what()).start(() -> started.repeat(round)));
        }
        return started;
    }

    private void repeat(Round round) {
        try {
            do {
                run(round);
            } while (!stopping.await(round.pause().toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Round round) throws InterruptedException {
        try {
            round.work().run();
        } catch (InterruptedException ended) {
            throw ended;
        } catch (Exception e) {
            if (stopping.getCount() > 0) {
                LOG.warn("{} failed; it is tried again in {}", round.what(), round.pause(), e);
            }
        }
    }

    /// Begins no round any more. One that is under way has some seconds to end, and is interrupted then.
    @Override
    public void close() {
        stopping.countDown();
        long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        threads.forEach(Thread::interrupt);
    }
}

package ai.jiga.store.queue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LanesTest {
    private static final Duration SHORT = Duration.ofMillis(10);

    /// What a lane gives back when it is abandoned takes locks of whoever sent it; and that one may hold them while it
    /// wakes the same lane.
    @Test
    @Timeout(60)
    void aLaneThatIsAbandonedHoldsUpNobodyWhoWakesIt() throws InterruptedException {
        var closing = new AtomicBoolean();
        var running = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var senders = new Object();
        var abandoning = new CountDownLatch(1);
        var abandoned = new CountDownLatch(1);
        var lane = new Lane() {
            @Override
            public Duration pass() {
                running.countDown();
                await(mayEnd);
                return SHORT;
            }

            @Override
            public void abandoned() {
                abandoning.countDown();
                synchronized (senders) {
                    abandoned.countDown();
                }
            }
        };
        var workers = new Workers("lanes-test");
        try (var timer = new Timer()) {
            // Whoever sends has asked before closing began; the lane asks after it.
            var lanes = new Lanes<>(_ -> lane, workers, timer, 1, () -> closing.get() && ofALane(), () -> {});
            lanes.wake("key");
            await(running);
            closing.set(true);
            var sender = Thread.ofPlatform().daemon().start(() -> {
                synchronized (senders) {
                    mayEnd.countDown();
                    await(abandoning);
                    lanes.wake("key");
                }
            });

            assertThat(sender.join(Duration.ofSeconds(20)))
                    .as("whoever wakes a lane goes on")
                    .isTrue();
            assertThat(abandoned.await(20, TimeUnit.SECONDS)).isTrue();
        }
        workers.close(Duration.ofSeconds(5));
    }

    private static boolean ofALane() {
        return Thread.currentThread().isVirtual();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

package ai.jiga.store.queue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
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

    /// What is waited for by asking whether there is rest must not be missed because other keys come and go.
    @Test
    @Timeout(60)
    void aKeyThatIsWokenIsSeenAtOnceWhileOthersComeAndGo() throws InterruptedException {
        var mayEnd = new Semaphore(0);
        var ended = new Semaphore(0);
        Lane ofOthers = () -> null;
        Lane mine = () -> {
            mayEnd.acquireUninterruptibly();
            ended.release();
            return null;
        };
        var over = new AtomicBoolean();
        var workers = new Workers("lanes-test");
        try (var timer = new Timer()) {
            var lanes = new Lanes<Lane>(
                    key -> key.equals("mine") ? mine : ofOthers, workers, timer, 64, () -> false, () -> {});
            var others = IntStream.range(0, 4)
                    .mapToObj(n -> Thread.ofPlatform().daemon().start(() -> {
                        for (int i = 0; !over.get(); i++) {
                            lanes.wake(n + "/" + i % 8);
                        }
                    }))
                    .toList();
            int missed = 0;
            for (int round = 0; round < 5_000; round++) {
                lanes.wake("mine");
                for (int asked = 0; asked < 10; asked++) {
                    missed += lanes.isIdle() ? 1 : 0;
                }
                mayEnd.release();
                ended.acquire();
            }
            over.set(true);
            for (Thread other : others) {
                other.join();
            }
            assertThat(missed).isZero();
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

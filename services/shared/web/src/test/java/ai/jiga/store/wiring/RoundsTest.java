package ai.jiga.store.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Duration NO_TIME = Duration.ofMillis(1);
    private static final Duration FOR_EVER = Duration.ofDays(1);

    @Test
    void theFirstRoundComesAtOnce() throws InterruptedException {
        var done = new CountDownLatch(1);

        try (Rounds _ = Rounds.start(List.of(new Round("looking", FOR_EVER, done::countDown)))) {
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aRoundThatFailsIsTriedAgain() throws InterruptedException {
        var done = new CountDownLatch(3);
        var failing = new Round("failing", NO_TIME, () -> {
            done.countDown();
            throw new IllegalStateException("not today");
        });

        try (Rounds _ = Rounds.start(List.of(failing))) {
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aRoundThatWaitsDelaysNoOther() throws InterruptedException {
        var waits = new CountDownLatch(1);
        var done = new CountDownLatch(3);

        try (Rounds _ = Rounds.start(List.of(
                new Round("waiting", NO_TIME, waits::await), new Round("going on", NO_TIME, done::countDown)))) {
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
            waits.countDown();
        }
    }

    @Test
    void aRoundThatIsUnderWayEndsBeforeTheProcessDoes() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        Rounds rounds = Rounds.start(List.of(new Round("writing", FOR_EVER, () -> {
            begun.countDown();
            mayEnd.await();
            ended.set(true);
        })));
        begun.await();
        Thread closing = Thread.ofVirtual().start(rounds::close);

        mayEnd.countDown();
        closing.join();

        assertThat(ended).isTrue();
    }

    @Test
    void noRoundBeginsAfterTheEnd() throws InterruptedException {
        var begun = new AtomicInteger();
        var first = new CountDownLatch(1);
        Rounds rounds = Rounds.start(List.of(new Round("counting", NO_TIME, () -> {
            begun.incrementAndGet();
            first.countDown();
        })));
        first.await();

        rounds.close();

        int then = begun.get();
        Thread.sleep(NO_TIME.multipliedBy(20));
        assertThat(begun).hasValue(then);
    }
}

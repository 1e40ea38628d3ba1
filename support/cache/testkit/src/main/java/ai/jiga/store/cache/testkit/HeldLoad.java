package ai.jiga.store.cache.testkit;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// A load that has read its value and now waits until the test lets it go on.
final class HeldLoad implements Supplier<Optional<Card>> {
    private static final int SECONDS = 20;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Card value;

    HeldLoad(String title) {
        value = Card.of(title);
    }

    @Override
    public Optional<Card> get() {
        begun.countDown();
        await(goOn);
        return Optional.of(value);
    }

    void awaitBegun() {
        await(begun);
    }

    void goOn() {
        goOn.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("nothing came within " + SECONDS + " s");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

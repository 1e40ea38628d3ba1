package ai.jiga.store.cache.testkit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Something that another thread does meanwhile.
final class Aside<T> {
    private static final int SECONDS = 20;

    private final CompletableFuture<T> result;

    private Aside(Supplier<T> call) {
        result = CompletableFuture.supplyAsync(call, run -> Thread.ofVirtual().start(run));
    }

    static <T> Aside<T> of(Supplier<T> call) {
        return new Aside<>(call);
    }

    /// @throws RuntimeException what the call threw
    T result() {
        try {
            return result.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}

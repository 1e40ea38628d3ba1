package ai.jiga.store.cache.engine;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Loads that are under way in this process: one at a time for each name, shared by all who come meanwhile.
final class Flights<T> {
    /// The same key under another stamp is another flight: an invalidation came in between.
    record Name(String key, Object stamp) {}

    private final ConcurrentHashMap<Name, Flight<T>> underWay = new ConcurrentHashMap<>();

    /// A new flight, which the caller must land or crash, or the one under way.
    Flight<T> board(Name name) {
        var mine = new Flight<>(this, name);
        Flight<T> there = underWay.putIfAbsent(name, mine);
        return there == null ? mine : there;
    }

    private void over(Flight<T> flight) {
        underWay.remove(flight.name, flight);
    }

    static final class Flight<T> {
        private final Flights<T> all;
        private final Name name;
        private final CompletableFuture<Optional<T>> result = new CompletableFuture<>();
        private volatile @Nullable Thread pilot;

        private Flight(Flights<T> all, Name name) {
            this.all = all;
            this.name = name;
        }

        /// True once: for the thread that is to load.
        synchronized boolean take() {
            if (pilot != null) {
                return false;
            }
            pilot = Thread.currentThread();
            return true;
        }

        /// The thread that took it hands it to this one.
        void takeOver() {
            pilot = Thread.currentThread();
        }

        void land(Optional<T> value) {
            all.over(this);
            result.complete(value);
        }

        void crash(Throwable failure) {
            all.over(this);
            result.completeExceptionally(failure);
        }

        /// What it brings, or what it throws.
        Optional<T> await() {
            if (pilot == Thread.currentThread() && !result.isDone()) {
                throw new IllegalStateException("the load of '" + name.key() + "' asks for what it loads");
            }
            try {
                return result.join();
            } catch (CompletionException e) {
                switch (e.getCause()) {
                    case RuntimeException failure -> throw failure;
                    case Error failure -> throw failure;
                    case null, default -> throw e;
                }
            }
        }
    }
}

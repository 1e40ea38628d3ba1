package ai.jiga.store.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes later, several at once, what nobody waits for. Values wait in this process, in the order in which
/// they came, until a thread hands them to the sink. A sink that fails gets the same batch again until it
/// succeeds, so values of a key never overtake each other. There is no cache engine in it, so none can be
/// missed. A crash loses what waits: what came within the delay, and more only while the sink fails.
///
/// Thread-safe.
public final class WriteBehind<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WriteBehind.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Options options;
    private final @Nullable BinaryOperator<T> together;
    private final Sink<T> sink;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /// By key where values of a key become one, by number otherwise.
    private final Map<Object, Entry<T>> waiting = new LinkedHashMap<>();
    private final Thread writer;
    private int underWay;
    private long added;
    private long written;
    /// Somebody waits for everything up to this one.
    private long wanted;
    private boolean closed;
    private boolean givenUp;
    private @Nullable RuntimeException failure;

    /// @param capacity how many may wait, from 1
    /// @param batch how many the sink gets at once at most, from 1
    /// @param delay how long a value waits for others at most
    /// @param patience how long [WriteBehind#add] waits for room, and [WriteBehind#flush] and
    ///     [WriteBehind#close] for the sink
    public record Options(String name, int capacity, int batch, Duration delay, Duration patience) {
        public Options {
            if (capacity < 1 || batch < 1) {
                throw new IllegalArgumentException("there is room for one at least, not for " + capacity);
            }
        }
    }

    public record Entry<T>(String key, T value) {}

    /// Where it is written to, such as a transaction on the documents.
    @FunctionalInterface
    public interface Sink<T> {
        /// @param batch in the order in which it came
        /// @throws RuntimeException when nothing was written, or nobody knows: the same batch comes again
        void write(List<Entry<T>> batch);
    }

    private WriteBehind(Options options, @Nullable BinaryOperator<T> together, Sink<T> sink) {
        this.options = options;
        this.together = together;
        this.sink = sink;
        this.writer = Thread.ofVirtual().name("write-behind-" + options.name()).start(this::work);
    }

    /// Writes each value.
    public static <T> WriteBehind<T> each(Options options, Sink<T> sink) {
        return new WriteBehind<>(options, null, sink);
    }

    /// Writes one value for all of a key that wait together, in the place of the first of them.
    ///
    /// @param together of an earlier and a later one, such as their sum or the later one
    public static <T> WriteBehind<T> coalescing(Options options, BinaryOperator<T> together, Sink<T> sink) {
        return new WriteBehind<>(options, together, sink);
    }

    /// Takes a value if there is room for it, for what may be lost rather than waited for.
    ///
    /// @return whether it was taken
    public boolean offer(String key, T value) {
        lock.lock();
        try {
            return !closed && taken(key, value);
        } finally {
            lock.unlock();
        }
    }

    /// Takes a value, or waits while there is no room.
    ///
    /// @throws IllegalStateException when there is no room within the patience, or it is closed: it was not
    ///     taken
    public void add(String key, T value) {
        lock.lock();
        try {
            long patience = options.patience().toNanos();
            while (!closed) {
                if (taken(key, value)) {
                    return;
                }
                if (patience <= 0) {
                    throw new IllegalStateException(options.name() + " is full, and nothing is written", failure);
                }
                patience = changed.awaitNanos(patience);
            }
            throw new IllegalStateException(options.name() + " is closed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(options.name() + " was interrupted while it was full", e);
        } finally {
            lock.unlock();
        }
    }

    private boolean taken(String key, T value) {
        Entry<T> earlier = together == null ? null : waiting.get(key);
        if (together != null && earlier != null) {
            waiting.put(key, new Entry<>(key, together.apply(earlier.value(), value)));
            return true;
        }
        if (waiting.size() + underWay >= options.capacity()) {
            return false;
        }
        added++;
        waiting.put(together == null ? (Object) added : key, new Entry<>(key, value));
        changed.signalAll();
        return true;
    }

    /// Returns when what was added before is written.
    ///
    /// @throws IllegalStateException when it is not, within the patience; it stays and is tried on
    public void flush() {
        lock.lock();
        try {
            if (!written(added)) {
                throw new IllegalStateException(options.name() + " is not written yet", failure);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Takes no more, and writes what waits; what cannot be written within the patience is lost, and the
    /// log says so.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (!written(added)) {
                givenUp = true;
                LOG.error("{}: the last {} values are lost", options.name(), waiting.size() + underWay, failure);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        writer.interrupt();
    }

    /// Waits, for the patience at most.
    private boolean written(long upTo) {
        wanted = Math.max(wanted, upTo);
        changed.signalAll();
        long patience = options.patience().toNanos();
        try {
            while (written < upTo && patience > 0) {
                patience = changed.awaitNanos(patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return written >= upTo;
    }

    private void work() {
        try {
            List<Entry<T>> batch = next();
            while (!batch.isEmpty()) {
                write(batch);
                batch = next();
            }
        } catch (InterruptedException e) {
            // Closed, and nobody waits any more.
            Thread.currentThread().interrupt();
        }
    }

    /// Empty when it is closed and nothing is left.
    private List<Entry<T>> next() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.await();
            }
            long delay = options.delay().toNanos();
            while (delay > 0 && waiting.size() < options.batch() && wanted <= written && !closed) {
                delay = changed.awaitNanos(delay);
            }
            var batch = new ArrayList<Entry<T>>();
            var all = waiting.values().iterator();
            while (all.hasNext() && batch.size() < options.batch()) {
                batch.add(all.next());
                all.remove();
            }
            underWay = batch.size();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void write(List<Entry<T>> batch) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (true) {
            RuntimeException thrown = attempt(batch);
            lock.lock();
            try {
                failure = thrown;
                if (thrown == null) {
                    written += batch.size();
                    underWay = 0;
                    changed.signalAll();
                    return;
                }
                if (givenUp) {
                    throw new InterruptedException("given up");
                }
            } finally {
                lock.unlock();
            }
            LOG.warn("{}: {} values were not written, and are tried again", options.name(), batch.size(), thrown);
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private @Nullable RuntimeException attempt(List<Entry<T>> batch) {
        try {
            sink.write(List.copyOf(batch));
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }
}

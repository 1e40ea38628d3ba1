package ai.jiga.store.lines;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Messages that are taken one after the other, by one thread at a time; none is held while nothing waits. What a
/// reader keeps belongs to whichever thread that is, and needs no lock.
///
/// Thread-safe. See Hewitt, Bishop and Steiger, "A Universal Modular Actor Formalism" (IJCAI 1973).
public final class Mailbox<M> {
    private final Executor threads;
    private final Reader<M> reader;
    /// Guarded by itself, as the next two.
    private final Queue<M> waiting = new ArrayDeque<>();

    private boolean running;
    private boolean closed;

    /// Who takes messages.
    public interface Reader<M> {
        /// @return false when nothing more is to be taken, as when this throws
        boolean take(M message);

        /// Nothing waits. Called before another thread may go on, and not to block.
        default void rest() {}

        /// Nothing more is taken.
        ///
        /// @param left what came and was not taken
        default void closed(List<M> left) {}
    }

    /// @param threads of which one is asked for while something waits
    public Mailbox(Executor threads, Reader<M> reader) {
        this.threads = threads;
        this.reader = reader;
    }

    /// @return false when nothing is taken any more
    public boolean put(M message) {
        synchronized (waiting) {
            if (closed) {
                return false;
            }
            waiting.add(message);
            if (running) {
                return true;
            }
            running = true;
        }
        threads.execute(this::run);
        return true;
    }

    /// The next, when it is one that the reader takes together with what it has.
    public Optional<M> nextIf(Predicate<M> fits) {
        synchronized (waiting) {
            return Optional.ofNullable(waiting.peek()).filter(fits).map(_ -> waiting.remove());
        }
    }

    private void run() {
        boolean resting = false;
        try {
            while (true) {
                M message = next();
                if (message == null) {
                    resting = true;
                    return;
                }
                if (!reader.take(message)) {
                    return;
                }
            }
        } finally {
            if (!resting) {
                close();
            }
        }
    }

    /// Null when there is nothing left to do: from then on nothing of the reader's is this thread's any more.
    private @Nullable M next() {
        synchronized (waiting) {
            M message = waiting.poll();
            if (message == null) {
                reader.rest();
                running = false;
            }
            return message;
        }
    }

    private void close() {
        List<M> left;
        synchronized (waiting) {
            closed = true;
            left = List.copyOf(waiting);
            waiting.clear();
        }
        reader.closed(left);
    }
}

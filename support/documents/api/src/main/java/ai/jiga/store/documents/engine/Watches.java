package ai.jiga.store.documents.engine;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who watches what, on one thread: a commit marks the watches of the collections it touched, and the thread asks
/// their queries again. Commits that come meanwhile are answered together. As one thread asks and calls, and asks for
/// the latest
/// state, nobody sees an older state after a newer one.
public final class Watches implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Watches.class.getName());

    private final String name;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition marked = lock.newCondition();
    private final List<Entry<?>> entries = new ArrayList<>();
    private @Nullable Thread thread;
    private volatile boolean closed;
    /// Read without the lock by commits, so that a store that nobody watches pays nothing.
    private volatile boolean any;

    public Watches(String name) {
        this.name = name;
    }

    /// @param read asks the query for the latest commit
    public <T> DocumentStore.Watch add(
            Query<T> query, Function<Query<T>, List<Document<T>>> read, Consumer<List<Document<T>>> onState) {
        var entry = new Entry<T>(query, read, onState);
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the store is closed");
            }
            entries.add(entry);
            any = true;
            if (thread == null) {
                thread = Thread.ofPlatform().daemon().name(name).start(this::run);
            }
            marked.signal();
        } finally {
            lock.unlock();
        }
        return () -> remove(entry);
    }

    /// Called after each commit.
    ///
    /// @param groups names of the collections that were written
    public void touched(Set<String> groups) {
        if (!any || groups.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            for (Entry<?> entry : entries) {
                if (groups.contains(entry.query.collection().name())) {
                    entry.dirty = true;
                    marked.signal();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void remove(Entry<?> entry) {
        entry.ended = true;
        lock.lock();
        try {
            entries.remove(entry);
            any = !entries.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (true) {
            List<Entry<?>> due = new ArrayList<>();
            lock.lock();
            try {
                while (!closed && entries.stream().noneMatch(entry -> entry.dirty)) {
                    marked.awaitUninterruptibly();
                }
                if (closed) {
                    return;
                }
                for (Entry<?> entry : entries) {
                    if (entry.dirty) {
                        entry.dirty = false;
                        due.add(entry);
                    }
                }
            } finally {
                lock.unlock();
            }
            for (Entry<?> entry : due) {
                try {
                    entry.refresh();
                } catch (RuntimeException e) {
                    if (!closed) {
                        LOG.log(Level.WARNING, "A watch of " + entry.query.collection() + " failed; it goes on", e);
                    }
                }
            }
        }
    }

    /// Ends all watches; a call that is under way ends first, unless it is the caller's own.
    @Override
    public void close() {
        Thread running;
        lock.lock();
        try {
            closed = true;
            entries.forEach(entry -> entry.ended = true);
            entries.clear();
            running = thread;
            marked.signalAll();
        } finally {
            lock.unlock();
        }
        if (running != null && running != Thread.currentThread()) {
            try {
                running.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class Entry<T> {
        private final Query<T> query;
        private final Function<Query<T>, List<Document<T>>> read;
        private final Consumer<List<Document<T>>> onState;
        private boolean dirty = true;
        private volatile boolean ended;
        private @Nullable List<Document<T>> last;

        Entry(Query<T> query, Function<Query<T>, List<Document<T>>> read, Consumer<List<Document<T>>> onState) {
            this.query = query;
            this.read = read;
            this.onState = onState;
        }

        void refresh() {
            List<Document<T>> now = read.apply(query);
            if (!ended && (last == null || !sameVersions(last, now))) {
                last = now;
                onState.accept(now);
            }
        }

        private static <T> boolean sameVersions(List<Document<T>> a, List<Document<T>> b) {
            if (a.size() != b.size()) {
                return false;
            }
            for (int i = 0; i < a.size(); i++) {
                boolean same = a.get(i).ref().equals(b.get(i).ref())
                        && a.get(i).updatedAt().equals(b.get(i).updatedAt());
                if (!same) {
                    return false;
                }
            }
            return true;
        }
    }
}

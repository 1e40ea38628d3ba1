package ai.jiga.store.documents.engine;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Ref;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Who watches what, on one thread: a commit marks the watches of what it touched, and the thread asks their
/// questions again. Commits that come meanwhile are answered together. As one thread asks and calls, and asks
/// for the latest state, nobody sees an older state after a newer one.
///
/// A watch is found by what it watches, a document, a collection below one parent, or a group of them: a
/// commit does not pay for those who watch something else, however many they are.
public final class Watches implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Watches.class.getName());

    private final String name;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition marked = lock.newCondition();
    private final Map<Place, Set<Entry<?>>> entries = new HashMap<>();
    private final Set<Entry<?>> due = new LinkedHashSet<>();
    private @Nullable Thread thread;
    private volatile boolean closed;
    /// Read without the lock by commits, so that a store that nobody watches pays nothing.
    private volatile boolean any;

    public Watches(String name) {
        this.name = name;
    }

    /// What somebody watches.
    private sealed interface Place {
        record One(String path) implements Place {}

        record Below(String parent, String collection) implements Place {}

        record Group(String collection) implements Place {}
    }

    /// @param read asks the query for the latest commit
    public <T> DocumentStore.Watch add(
            Query<T> query, Function<Query<T>, List<Document<T>>> read, Consumer<List<Document<T>>> onState) {
        String collection = query.collection().name();
        Place place = query.scope() == Index.Scope.GROUP
                ? new Place.Group(collection)
                : new Place.Below(query.parent(), collection);
        return add(place, () -> read.apply(query), onState);
    }

    /// @param read asks for the document as of the latest commit
    public <T> DocumentStore.Watch add(
            Ref<T> ref, Function<Ref<T>, Optional<Document<T>>> read, Consumer<Optional<Document<T>>> onState) {
        return add(
                new Place.One(ref.path()),
                () -> read.apply(ref).stream().toList(),
                found -> onState.accept(found.stream().findFirst()));
    }

    private <T> DocumentStore.Watch add(
            Place place, Supplier<List<Document<T>>> read, Consumer<List<Document<T>>> onState) {
        var entry = new Entry<T>(place, read, onState);
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the store is closed");
            }
            entries.computeIfAbsent(place, _ -> new LinkedHashSet<>()).add(entry);
            any = true;
            due.add(entry);
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
    /// @param written the documents that were written
    public void touched(Collection<? extends Ref<?>> written) {
        if (!any || written.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            for (Ref<?> ref : written) {
                String collection = ref.collection().name();
                mark(new Place.One(ref.path()));
                mark(new Place.Below(ref.parent(), collection));
                mark(new Place.Group(collection));
            }
            if (!due.isEmpty()) {
                marked.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void mark(Place place) {
        Set<Entry<?>> there = entries.get(place);
        if (there != null) {
            due.addAll(there);
        }
    }

    private void remove(Entry<?> entry) {
        entry.ended = true;
        lock.lock();
        try {
            due.remove(entry);
            entries.computeIfPresent(entry.place, (_, there) -> {
                there.remove(entry);
                return there.isEmpty() ? null : there;
            });
            any = !entries.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (true) {
            List<Entry<?>> now;
            lock.lock();
            try {
                while (!closed && due.isEmpty()) {
                    marked.awaitUninterruptibly();
                }
                if (closed) {
                    return;
                }
                now = new ArrayList<>(due);
                due.clear();
            } finally {
                lock.unlock();
            }
            for (Entry<?> entry : now) {
                try {
                    entry.refresh();
                } catch (RuntimeException e) {
                    if (!closed) {
                        LOG.log(Level.WARNING, "A watch of " + entry.place + " failed; it goes on", e);
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
            entries.values().forEach(there -> there.forEach(entry -> entry.ended = true));
            entries.clear();
            due.clear();
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
        private final Place place;
        private final Supplier<List<Document<T>>> read;
        private final Consumer<List<Document<T>>> onState;
        private volatile boolean ended;
        private @Nullable List<Document<T>> last;

        Entry(Place place, Supplier<List<Document<T>>> read, Consumer<List<Document<T>>> onState) {
            this.place = place;
            this.read = read;
            this.onState = onState;
        }

        void refresh() {
            if (ended) {
                return;
            }
            List<Document<T>> now = read.get();
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
